import { askFor, isChoice, mainQuestion, textIn } from '../../../../surveys/questions.ts'
import { BANDS, isMetric, valuesIn, type Band } from '../../../../surveys/scoring/metrics.ts'
import type { Question, QuestionKind, SurveyDraft } from '../../../../surveys/definition.ts'
import { answersIn, type Condition } from './conditions.ts'
import * as format from '../../base/format.ts'
import { locale, t } from '../../base/i18n.ts'

/** The name of a kind of question. */
export function kindName(kind: QuestionKind): string {
  return isMetric(kind) ? t(`metrics.${kind}`) : t(`editor.kinds.${kind}`)
}

/** A band with its range: "Unhappy, 0–6". */
export function bandEnds(draft: SurveyDraft, band: Band): string {
  const values = valuesIn(mainQuestion(draft).kind, band)
  const ends = [...new Set([values[0]!, values.at(-1)!])]
  const range = ends.map((value) => format.count(locale(), value)).join('–')
  // Isolated, because ranges run left to right in Hebrew too.
  return `${t(`bands.${band}`)}, \u2066${range}\u2069`
}

/** A question's text in a language, or its kind while it has none. */
export function askOf(draft: SurveyDraft, question: Question, language: string): string {
  type Texts = { ask: string | Record<Band, string> } | undefined
  const text = textIn<Texts>(question.text, language, draft)
  return askFor(text?.ask ?? '', null).trim() || kindName(question.kind)
}

/** The name of a condition's answer. */
export function answerName(
  draft: SurveyDraft,
  question: Question,
  answer: string,
  language: string,
): string {
  const band = BANDS.find((each) => each === answer)
  if (band) return t(`bands.${band}`)
  if (/^\d+$/.test(answer)) return format.count(locale(), Number(answer))
  if (!isChoice(question)) return t(answer === 'yes' ? 'editor.yes' : 'editor.no')
  const label =
    question.text[language]?.options[answer] ?? question.text[draft.languages[0]!]?.options[answer]
  if (label?.trim()) return label
  const place = question.options.indexOf(answer)
  return place < 0 ? t('editor.options.something') : t('editor.options.nth', { n: place + 1 })
}

/** A condition in words: "only after: Unhappy, Neutral". */
export function conditionInWords(
  draft: SurveyDraft,
  condition: Condition,
  language: string,
): string {
  const question = draft.questions.find(({ id }) => id === condition.question)
  if (!question) return ''
  const answers = answersIn(condition).map((answer) =>
    answerName(draft, question, answer, language),
  )
  return t('editor.condition.only', { answers: answers.join(', ') })
}
