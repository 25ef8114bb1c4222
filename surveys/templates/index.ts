import { InvalidInput } from '../errors.ts'
import type { Metric } from '../scoring/metrics.ts'
import type { Question, SurveyDefinition } from '../definition.ts'
import { ces } from './ces.ts'
import { csat } from './csat.ts'
import { MOMENTS } from './moments/index.ts'
import { nps } from './nps.ts'
import type { Template } from './template.ts'

/** Templates for any occasion, by scale. */
export const TEMPLATES: Record<Metric, Template<Metric>> = { nps, csat, ces }

export const ALL_TEMPLATES = { ...MOMENTS, ...TEMPLATES }

export type TemplateId = keyof typeof ALL_TEMPLATES

/**
 * Returns a template's survey in the chosen languages; texts fall back to the first of them.
 * @param languages codes that the template has; all by default
 * @throws InvalidInput naming `languages` if one is unknown or repeated, or the list is empty
 */
export function definitionFrom(
  template: Template,
  languages?: readonly string[],
): SurveyDefinition {
  const { definition } = template
  if (!languages) return structuredClone(definition)
  complainAbout(definition.languages, languages)
  const only = <T>(texts: Record<string, T>): Record<string, T> =>
    Object.fromEntries(languages.map((language) => [language, texts[language]!]))
  return structuredClone({
    languages: [...languages],
    questions: definition.questions.map(
      (question) => ({ ...question, text: only<unknown>(question.text) }) as Question,
    ),
    thanks: only(definition.thanks),
  })
}

function complainAbout(known: readonly string[], chosen: readonly string[]) {
  const complain = (message: string) => {
    throw new InvalidInput([{ field: 'languages', message }])
  }
  if (!chosen.length) complain('must name at least one language')
  if (new Set(chosen).size < chosen.length) complain('must name each language once')
  const missing = chosen.find((language) => !known.includes(language))
  if (missing !== undefined) complain(`has no "${missing}"; there is ${known.join(', ')}`)
}
