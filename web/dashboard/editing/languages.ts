import type { Question, SurveyDraft } from '../../../surveys/survey.ts'
import { without } from './without.ts'

/** Adds a language at the end; its texts are still to be written. */
export function withLanguage(draft: SurveyDraft, language: string): SurveyDraft {
  if (draft.languages.includes(language)) return draft
  return { ...draft, languages: [...draft.languages, language] }
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
