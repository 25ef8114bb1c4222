import { fieldErrors } from './fieldErrors.ts'
import { InvalidInput } from './errors.ts'
import {
  isChoice,
  isHttps,
  isScored,
  surveyDefinition,
  type Question,
  type SurveyDefinition,
  type SurveyDraft,
} from './definition.ts'

/** Placeholder of a missing text. */
const BLANK = '[…]'

/**
 * Validates a draft for publishing: complete, texts trimmed, empty hints removed.
 * @throws InvalidInput naming every unfinished field, from `definition` on
 */
export function finished(draft: SurveyDraft): SurveyDefinition {
  const result = surveyDefinition.safeParse(withoutBlankHints(draft))
  if (!result.success) throw new InvalidInput(fieldErrors(result.error, ['definition']))
  return result.data
}

/**
 * Fills in `BLANK` for each missing text that a page would show: one that is empty, or missing in the
 * first language, to which the others fall back. Drops links without a URL.
 */
export function filledIn(draft: SurveyDraft): SurveyDraft {
  const fallback = draft.languages[0]!
  const nothing = { unhappy: '', neutral: '', happy: '' }
  const written = withoutBlankHints(draft)
  return {
    ...written,
    questions: written.questions.map((question) => {
      const text = { ...question.text, [fallback]: completed(question, fallback) }
      return { ...question, text: withoutBlanks(text) } as Question
    }),
    thanks: withoutBlanks({ [fallback]: nothing, ...written.thanks }),
    ...(written.links && {
      links: written.links
        .filter(({ url }) => isHttps(url))
        .map(({ url, text }) => ({ url, text: withoutBlanks({ [fallback]: '', ...text }) })),
    }),
  }
}

function withoutBlankHints(draft: SurveyDraft): SurveyDraft {
  return {
    ...draft,
    questions: draft.questions.map((question) => {
      if (question.kind !== 'text') return question
      const texts = Object.entries(question.text).map(([language, { hint, ...text }]) => [
        language,
        hint?.trim() ? { ...text, hint } : text,
      ])
      return { ...question, text: Object.fromEntries(texts) }
    }),
  }
}

/** A question's texts in a language, empty if missing. */
function completed(question: Question, language: string) {
  const text = question.text[language]
  if (isChoice(question)) {
    const options = Object.fromEntries(question.options.map((option) => [option, '']))
    return { ask: '', ...text, options: { ...options, ...question.text[language]?.options } }
  }
  const hasEnds = isScored(question) || question.kind === 'scale'
  return { ask: '', ...(hasEnds && { low: '', high: '' }), ...text }
}

function withoutBlanks<Texts extends string | object>(texts: Texts): Texts {
  if (typeof texts === 'string') return (texts.trim() ? texts : BLANK) as Texts
  const parts = Object.entries(texts).map(([name, text]) => [name, withoutBlanks(text)])
  return Object.fromEntries(parts) as Texts
}
