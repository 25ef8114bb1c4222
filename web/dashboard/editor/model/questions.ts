import { FORM_FIELDS, isScored, mainQuestion, namesOf } from '../../../../surveys/questions.ts'
import { SCALES, isMetric, type Metric } from '../../../../surveys/scoring/metrics.ts'
import type { Question, QuestionKind, SurveyDraft } from '../../../../surveys/definition.ts'
import { startingTexts } from './startingTexts.ts'
import { isPerBand } from './texts.ts'

export const MOST_QUESTIONS = 10
/** From here on fewer people finish, so that the editor says so. */
export const FEW_QUESTIONS = 3

/** The draft with the score that it is about in the first place, where customers see it. */
export function scoreFirst(draft: SurveyDraft): SurveyDraft {
  const main = mainQuestion(draft) as Question | undefined
  if (!main || draft.questions[0] === main) return draft
  return { ...draft, questions: [main, ...draft.questions.filter((each) => each !== main)] }
}

/** Puts a new question at the end, and says which id it got. */
export function withNewQuestion(
  draft: SurveyDraft,
  kind: QuestionKind,
): { draft: SurveyDraft; id: string } {
  const id = freeId(draft, kind)
  const question = questionOf(draft, kind, id)
  return { draft: { ...draft, questions: [...draft.questions, question] }, id }
}

/** Puts a copy right behind a question, and says which id it got. */
export function withCopy(draft: SurveyDraft, index: number): { draft: SurveyDraft; id: string } {
  const original = draft.questions[index]!
  const id = freeId(draft, original.id.replace(/_\d+$/, ''))
  const questions = draft.questions.toSpliced(index + 1, 0, { ...structuredClone(original), id })
  return { draft: { ...draft, questions }, id }
}

export function withoutQuestion(draft: SurveyDraft, index: number): SurveyDraft {
  return { ...draft, questions: draft.questions.toSpliced(index, 1) }
}

/** Whether a question may be taken away or moved: the score that the survey is about stays first. */
export function isMovable(draft: SurveyDraft, index: number): boolean {
  return draft.questions[index] !== (mainQuestion(draft) as Question | undefined)
}

/** Moves a question to another place, never before the score. */
export function withMoved(draft: SurveyDraft, from: number, to: number): SurveyDraft {
  const target = Math.min(Math.max(to, 1), draft.questions.length - 1)
  if (!isMovable(draft, from) || target === from) return draft
  const questions = draft.questions.toSpliced(from, 1)
  questions.splice(target, 0, draft.questions[from]!)
  return { ...draft, questions }
}

/** Changes what is set about one question, apart from its texts; `undefined` takes a setting away. */
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

/** Makes a question one of another kind: what was asked stays, and whatever else fits. */
export function withKind(draft: SurveyDraft, index: number, kind: QuestionKind): SurveyDraft {
  return withQuestion(draft, index, (before) => {
    const fresh = questionOf(draft, kind, before.id)
    const texts = Object.entries(fresh.text).map(([language, text]) => {
      const old = before.text[language]
      return [language, old ? { ...text, ...keptTexts(before, kind, old) } : text]
    })
    const isKept = fresh.kind === 'choice' || fresh.kind === 'choices'
    return {
      ...fresh,
      ...(isKept && (before.kind === 'choice' || before.kind === 'choices')
        ? { options: before.options, ...(before.other && { other: true }) }
        : {}),
      ...(before.showIf && { showIf: before.showIf }),
      text: Object.fromEntries(texts),
    }
  })
}

/** Of the texts of one language, those that the new kind has too. */
function keptTexts(before: Question, kind: QuestionKind, texts: object): object {
  const { ask, low, high, options } = texts as Record<string, unknown>
  const isStillChoice = before.kind.startsWith('choice') && kind.startsWith('choice')
  // A score is asked in words of its own, and in one wording, as there is no band yet.
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

/** An id that no answer is kept under yet: the wish itself, or with a number behind it. */
function freeId(draft: SurveyDraft, wish: string): string {
  const taken = new Set([...FORM_FIELDS, ...draft.questions.flatMap(namesOf)])
  for (let n = 1; ; n++) {
    const id = n === 1 ? wish : `${wish}_${n}`
    if (!taken.has(id)) return id
  }
}

/** The answers that may be the threshold: all but the highest, below which everyone would be. */
export function thresholdsOf(metric: Metric): number[] {
  const { min, max } = SCALES[metric]
  return Array.from({ length: max - min }, (_, step) => min + step)
}
