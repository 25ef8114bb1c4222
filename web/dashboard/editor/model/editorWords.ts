import { askFor, isChoice, mainQuestion, textIn } from '../../../../surveys/questions.ts'
import { BANDS, isMetric, valuesIn, type Band } from '../../../../surveys/scoring/metrics.ts'
import type { Question, QuestionKind, SurveyDraft } from '../../../../surveys/definition.ts'
import { namedIn, type Condition } from './conditions.ts'
import * as format from '../../base/format.ts'
import { locale, t } from '../../base/i18n.ts'

/** What a kind of question is called. */
export function kindName(kind: QuestionKind): string {
  return isMetric(kind) ? t(`metrics.${kind}`) : t(`editor.kinds.${kind}`)
}

/** A band with the answers it is made of: "Unhappy, 0–6". */
export function bandEnds(draft: SurveyDraft, band: Band): string {
  const values = valuesIn(mainQuestion(draft).kind, band)
  const ends = [...new Set([values[0]!, values.at(-1)!])]
  const written = ends.map((value) => format.count(locale(), value)).join('–')
  // A range runs left to right in Hebrew, too.
  return `${t(`bands.${band}`)}, \u2066${written}\u2069`
}

/** How a question reads in a language, or what kind it is while it has no words. */
export function askOf(draft: SurveyDraft, question: Question, language: string): string {
  type Asked = { ask: string | Record<Band, string> } | undefined
  const text = textIn<Asked>(question.text, language, draft)
  return askFor(text?.ask ?? '', null).trim() || kindName(question.kind)
}

/** What an answer that a condition can name is called. */
export function answerName(
  draft: SurveyDraft,
  asked: Question,
  answer: string,
  language: string,
): string {
  const band = BANDS.find((each) => each === answer)
  if (band) return t(`bands.${band}`)
  if (/^\d+$/.test(answer)) return format.count(locale(), Number(answer))
  if (!isChoice(asked)) return t(answer === 'yes' ? 'editor.yes' : 'editor.no')
  const named =
    asked.text[language]?.options[answer] ?? asked.text[draft.languages[0]!]?.options[answer]
  if (named?.trim()) return named
  const place = asked.options.indexOf(answer)
  return place < 0 ? t('editor.options.something') : t('editor.options.nth', { n: place + 1 })
}

/** When a question is asked: "only after: Unhappy, Neutral". */
export function conditionInWords(
  draft: SurveyDraft,
  condition: Condition,
  language: string,
): string {
  const asked = draft.questions.find(({ id }) => id === condition.question)
  if (!asked) return ''
  const answers = namedIn(condition).map((answer) => answerName(draft, asked, answer, language))
  return t('editor.condition.only', { answers: answers.join(', ') })
}
