import type { Question, SurveyDraft } from '../../../../surveys/definition.ts'
import { TEMPLATES } from '../../../../surveys/templates/index.ts'
import { readyTexts } from './startingTexts.ts'
import { without } from './without.ts'

/**
 * Adds a language at the end. Questions and thanks that still say what a template says get the template's
 * texts in that language; the other texts are still to be written.
 */
export function withLanguage(draft: SurveyDraft, language: string): SurveyDraft {
  if (draft.languages.includes(language)) return draft
  const { languages, questions, thanks } = draft
  const filled = <Texts extends Record<string, unknown>>(texts: Texts, ready: object[]): Texts => {
    const match = ready.find((each) => isUnchanged(texts, each as Texts, languages)) as Texts
    const text = match?.[language]
    return text ? { ...texts, [language]: structuredClone(text) } : texts
  }
  return {
    ...draft,
    languages: [...languages, language],
    questions: questions.map(
      (question) =>
        ({ ...question, text: filled(question.text, readyTexts(question.kind)) }) as Question,
    ),
    thanks: filled(
      thanks,
      Object.values(TEMPLATES).map(({ definition }) => definition.thanks),
    ),
  }
}

/** Whether the texts are the ready ones in the first of the survey's languages that these have. */
function isUnchanged(
  texts: Record<string, unknown>,
  ready: Record<string, unknown>,
  languages: string[],
): boolean {
  const known = languages.find((language) => ready[language] && texts[language])
  return known !== undefined && isAlike(texts[known], ready[known])
}

function isAlike(text: unknown, other: unknown): boolean {
  if (typeof text !== 'object' || typeof other !== 'object' || !text || !other)
    return text === other
  const keys = new Set([...Object.keys(text), ...Object.keys(other)])
  const at = (texts: object, key: string) => (texts as Record<string, unknown>)[key]
  return [...keys].every((key) => isAlike(at(text, key), at(other, key)))
}

/** Takes a language away with all its texts; the last one stays. */
export function withoutLanguage(draft: SurveyDraft, language: string): SurveyDraft {
  if (draft.languages.length < 2) return draft
  const others = <T>(texts: Record<string, T>) => without(texts, language)
  return {
    ...draft,
    languages: draft.languages.filter((each) => each !== language),
    questions: draft.questions.map((question): Question => ({
      ...question,
      text: others(question.text as Record<string, never>),
    })),
    thanks: others(draft.thanks),
    ...(draft.links && {
      links: draft.links.map((link) => ({ ...link, text: others(link.text) })),
    }),
  }
}

/** Makes a language the one that a missing text falls back to. */
export function withFirstLanguage(draft: SurveyDraft, language: string): SurveyDraft {
  const others = draft.languages.filter((each) => each !== language)
  return { ...draft, languages: [language, ...others] }
}

/** A code as BCP 47 writes it, from what somebody typed; `null` where it is none. */
export function languageCode(typed: string): string | null {
  try {
    const { language, script, region } = new Intl.Locale(typed.trim().replaceAll('_', '-'))
    const code = [language, script, region].filter(Boolean).join('-')
    return KNOWN.test(code) ? code : null
  } catch {
    return null
  }
}

const KNOWN = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/
