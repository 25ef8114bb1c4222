import type { Question, SurveyDraft } from '../../../../surveys/definition.ts'
import { ALL_TEMPLATES } from '../../../../surveys/templates/index.ts'
import { readyTexts } from './startingTexts.ts'
import { without } from './without.ts'

/**
 * Adds a language. Questions and thanks with unchanged template texts get the template's texts in that
 * language; the others start without a text.
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
      Object.values(ALL_TEMPLATES).map(({ definition }) => definition.thanks),
    ),
  }
}

/** Whether the texts equal a template's, in the first of the survey's languages that it has. */
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

/** Removes a language with its texts, except the last one. */
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

/** Makes a language the fallback for missing texts. */
export function withFirstLanguage(draft: SurveyDraft, language: string): SurveyDraft {
  const others = draft.languages.filter((each) => each !== language)
  return { ...draft, languages: [language, ...others] }
}

/** The BCP 47 code of an input; null if it isn't one. */
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
