import { FORM_FIELDS, isScored, mainQuestion, namesOf } from '../../../../surveys/questions.ts'
import { SCALES, isMetric, type Metric } from '../../../../surveys/scoring/metrics.ts'
import type { Question, QuestionKind, SurveyDraft } from '../../../../surveys/definition.ts'
import { startingTexts } from './startingTexts.ts'
import { isPerBand } from './texts.ts'

export const MOST_QUESTIONS = 10
/** With more questions, the editor warns that fewer people finish. */
export const FEW_QUESTIONS = 3

/** Moves the main question to the first place. */
export function scoreFirst(draft: SurveyDraft): SurveyDraft {
  const main = mainQuestion(draft) as Question | undefined
  if (!main || draft.questions[0] === main) return draft
  return { ...draft, questions: [main, ...draft.questions.filter((each) => each !== main)] }
}

/** Appends a question, and returns its id. */
export function withNewQuestion(
  draft: SurveyDraft,
  kind: QuestionKind,
): { draft: SurveyDraft; id: string } {
  const id = freeId(draft, kind)
  const question = questionOf(draft, kind, id)
  return { draft: { ...draft, questions: [...draft.questions, question] }, id }
}

/** Inserts a copy after a question, and returns its id. */
export function withCopy(draft: SurveyDraft, index: number): { draft: SurveyDraft; id: string } {
  const original = draft.questions[index]!
  const id = freeId(draft, original.id.replace(/_\d+$/, ''))
  const questions = draft.questions.toSpliced(index + 1, 0, { ...structuredClone(original), id })
  return { draft: { ...draft, questions }, id }
}

export function withoutQuestion(draft: SurveyDraft, index: number): SurveyDraft {
  return { ...draft, questions: draft.questions.toSpliced(index, 1) }
}

/** Whether a question may be removed or moved, which the main question may not. */
export function isMovable(draft: SurveyDraft, index: number): boolean {
  return draft.questions[index] !== (mainQuestion(draft) as Question | undefined)
}

/** Moves a question, never before the main question. */
export function withMoved(draft: SurveyDraft, from: number, to: number): SurveyDraft {
  const target = Math.min(Math.max(to, 1), draft.questions.length - 1)
  if (!isMovable(draft, from) || target === from) return draft
  const questions = draft.questions.toSpliced(from, 1)
  questions.splice(target, 0, draft.questions[from]!)
  return { ...draft, questions }
}

/** Changes a question's settings; `undefined` removes one. */
export function withSetting(
  draft: SurveyDraft,
  index: number,
  settings: Record<string, unknown>,
): SurveyDraft {
  return withQuestion(draft, index, (question) => {
    const changed = Object.entries({ ...question, ...settings })
    return Object.fromEntries(changed.filter(([, value]) => value !== undefined)) as Question
  })
}

/** Changes a question's kind, keeping its text and other settings that fit. */
export function withKind(draft: SurveyDraft, index: number, kind: QuestionKind): SurveyDraft {
  return withQuestion(draft, index, (before) => {
    const fresh = questionOf(draft, kind, before.id)
    const texts = Object.entries(fresh.text).map(([language, text]) => {
      const old = before.text[language]
      return [language, old ? { ...text, ...reusableTexts(before, kind, old) } : text]
    })
    const hasOptions = fresh.kind === 'choice' || fresh.kind === 'choices'
    return {
      ...fresh,
      ...(hasOptions && (before.kind === 'choice' || before.kind === 'choices')
        ? { options: before.options, ...(before.other && { other: true }) }
        : {}),
      ...(before.showIf && { showIf: before.showIf }),
      text: Object.fromEntries(texts),
    }
  })
}

/** The texts of one language that the new kind also has. */
function reusableTexts(before: Question, kind: QuestionKind, texts: object): object {
  const { ask, low, high, options } = texts as Record<string, unknown>
  const isStillChoice = before.kind.startsWith('choice') && kind.startsWith('choice')
  // A score has its own texts, and a single wording, because there is no band yet.
  if (isMetric(kind)) return isScored(before) ? {} : { ask: oneWording(ask) }
  return {
    ask,
    ...(kind === 'scale' && low !== undefined && { low, high }),
    ...(isStillChoice && { options }),
  }
}

/** One wording for everyone, or one for each band. */
export function withWordings(draft: SurveyDraft, index: number, perBand: boolean): SurveyDraft {
  return withQuestion(draft, index, (question) => {
    if (isPerBand(draft, question) === perBand) return question
    const texts = Object.entries(question.text).map(([language, text]) => {
      const ask = oneWording(text.ask)
      return [
        language,
        { ...text, ask: perBand ? { unhappy: ask, neutral: ask, happy: ask } : ask },
      ]
    })
    return { ...question, text: Object.fromEntries(texts) }
  })
}

function oneWording(ask: unknown): string {
  return typeof ask === 'string' ? ask : ((ask as { neutral?: string } | undefined)?.neutral ?? '')
}

export function withQuestion(
  draft: SurveyDraft,
  index: number,
  change: (question: Question) => Question,
): SurveyDraft {
  return { ...draft, questions: draft.questions.with(index, change(draft.questions[index]!)) }
}

function questionOf(draft: SurveyDraft, kind: QuestionKind, id: string): Question {
  const text = startingTexts(kind, draft.languages)
  switch (kind) {
    case 'scale':
      return { id, kind, min: 1, max: 5, text } as Question
    case 'choice':
    case 'choices':
      return { id, kind, options: ['option_1', 'option_2'], text } as Question
    default:
      return { id, kind, text } as Question
  }
}

/** An unused id: `base`, or with a number appended. */
function freeId(draft: SurveyDraft, base: string): string {
  const taken = new Set([...FORM_FIELDS, ...draft.questions.flatMap(namesOf)])
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}_${n}`
    if (!taken.has(id)) return id
  }
}

/** The possible thresholds: all values but the highest, which would include everyone. */
export function thresholdsOf(metric: Metric): number[] {
  const { min, max } = SCALES[metric]
  return Array.from({ length: max - min }, (_, step) => min + step)
}
