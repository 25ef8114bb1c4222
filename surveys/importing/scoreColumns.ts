import type { InvalidInput } from '../errors.ts'
import { SCALES, isOnScale, type Metric } from '../scoring/metrics.ts'
import type { Mapping } from './mapping.ts'
import {
  isScored,
  mainQuestion,
  type Question,
  type ScoredQuestion,
  type SurveyDefinition,
} from '../definition.ts'
import { haveSameValues, share, type Column } from './columns.ts'
import { afterCode, hintsOf, wordsOf } from './headers.ts'
import { listed, refusal } from './refusals.ts'
import { readScore } from './scores.ts'

const ABOUT_SCORES = /^(?:group|category|segment|band|bucket|class|type|skupina|kategorie|gruppe)$/

/**
 * Finds the column of a question's scores.
 * @throws InvalidInput if the main question has none, or several that differ
 */
export function bestScore(
  columns: Column[],
  question: Question & { kind: Metric },
  survey: SurveyDefinition,
): Column | undefined {
  const isMain = question === mainQuestion(survey)
  const ranked = columns
    .map((column) => ({ column, rank: rankOf(column, question) }))
    .filter(({ rank }) => rank >= (isMain ? 0 : 2))
    .filter(({ column, rank }) => holdsScores(column, question.kind, rank ? 0.5 : 0.8))
  const highest = Math.max(...ranked.map(({ rank }) => rank))
  const best = ranked.filter(({ rank }) => rank === highest).map(({ column }) => column)
  const [first, ...others] = best
  if (first && others.every((other) => haveSameValues(first, other))) {
    refuseOtherScale(first, question, isMain)
    return first
  }
  if (!isMain) return undefined
  if (best.length)
    throw refusal(`the score may be in ${listed(best)}; say which: --map score=COLUMN`)
  throw noScore(columns, question)
}

/** The error for a file without a column for the main question. */
export function noScore(columns: Column[], question: ScoredQuestion): InvalidInput {
  const { min, max } = SCALES[question.kind]
  const called = columns.find(({ name, filled }) => filled && scoreRank(name, question) > 0)
  const examples = [...(called?.values.keys() ?? [])].slice(0, 3).map((value) => `"${value}"`)
  const why = examples.length ? `: "${called!.name}" holds ${examples.join(', ')}` : ''
  return refusal(
    `no column holds scores from ${min} to ${max}${why}; say which: --map score=COLUMN (there are ${listed(columns)})`,
  )
}

/** Whether enough of a column are scores; invalid rows are reported later, one by one. */
function holdsScores(column: Column, metric: Metric, enough: number): boolean {
  const hints = hintsOf(column.name)
  const isId = (['customerId', 'customer', 'responseId'] as const).some((hint) => hints.has(hint))
  if (column.more || isId) return false
  const scores = [...column.values.keys()].filter((value) =>
    isOnScale(metric, readScore(value, metric)),
  )
  return (
    scores.length > 0 &&
    share(column, (value) => {
      const score = readScore(value, metric)
      return score === null || isOnScale(metric, score)
    }) >= enough
  )
}

/** Whether a column's name, or its question's text in the file, says that it holds scores. */
export const isNamedScore = (column: Column, question: ScoredQuestion): boolean =>
  rankOf(column, question) > 0

/** Ranks a column by its name or by its question's text in the file, whichever ranks higher. */
function rankOf({ name, question: text }: Column, question: Question & { kind: Metric }): number {
  const ranks = [name, ...(text ? [text] : [])].map((each) => scoreRank(each, question))
  return ranks.includes(-1) ? -1 : Math.max(...ranks)
}

/**
 * Ranks a name. 3: named after the question. 2: after the metric. 1: after some score. 0: none of
 * these. −1: after another question, or about scores rather than one of them, such as Qualtrics'
 * `Q1_NPS_GROUP`.
 */
function scoreRank(name: string, question: Question & { kind: Metric }): number {
  if (isNamedAfter(name, question)) return 3
  const words = wordsOf(name).split(' ')
  if (words.some((word) => ABOUT_SCORES.test(word))) return -1
  if (words.includes(question.kind)) return 2
  if (Object.keys(SCALES).some((metric) => words.includes(metric))) return -1
  return hintsOf(name).has('score') ? 1 : 0
}

/**
 * The highest scores of smaller scales in common use, and the number of answers from which a column that
 * stays within one is rejected. Fewer than three distinct scores don't indicate a scale.
 */
const SMALLER_SCALES: Record<Metric, { highest: number; from: number }[]> = {
  nps: [
    { highest: 5, from: 10 },
    { highest: 7, from: 30 },
  ],
  csat: [{ highest: 3, from: 10 }],
  ces: [{ highest: 5, from: 10 }],
}
const FEWEST_SCORES = 3

/** Rejects scores of a smaller scale: stars from 1 to 5 would all be detractors on 0 to 10. */
function refuseOtherScale(column: Column, { id, kind }: ScoredQuestion, isMain: boolean): void {
  const scores = scoresIn(column, kind)
  const highest = Math.max(...scores)
  // Other scales mostly begin with 1, so a 0 is evidence for the survey's own.
  const from = scores.includes(0) ? 30 : 0
  const isOther = SMALLER_SCALES[kind].some(
    (scale) => highest <= scale.highest && column.filled >= Math.max(scale.from, from),
  )
  if (isOther && scores.length >= FEWEST_SCORES)
    throw refusal(
      `${lowRange(column, kind)}; if that is right, say --map ${isMain ? 'score' : id}=${column.name}, else give the survey a question on the scale of the file`,
      'map',
    )
}

/**
 * Warns of scores that all lie on a smaller scale in common use but are too few to be rejected.
 * @param overridden the columns whose role the user set
 */
export function scaleWarnings(
  columns: Column[],
  { columns: mapped }: Mapping,
  survey: SurveyDefinition,
  overridden: string[],
): string[] {
  return columns.flatMap((column, index) => {
    const { role } = mapped[index]!
    const question = survey.questions.find(
      ({ id }) => role.kind === 'answer' && role.question === id,
    )
    if (!question || !isScored(question) || overridden.includes(column.name)) return []
    const [smaller] = SMALLER_SCALES[question.kind]
    const scores = scoresIn(column, question.kind)
    return scores.length >= FEWEST_SCORES && Math.max(...scores) <= smaller!.highest
      ? [`${lowRange(column, question.kind)}: on another scale its answers would count as too low`]
      : []
  })
}

/** The distinct scores in a column. */
function scoresIn({ values }: Column, metric: Metric): number[] {
  const scores = [...values.keys()].map((value) => readScore(value, metric))
  return [...new Set(scores.filter((score) => typeof score === 'number'))]
}

function lowRange(column: Column, metric: Metric): string {
  const { min, max } = SCALES[metric]
  return `"${column.name}" goes up to ${Math.max(...scoresIn(column, metric))} only, on a scale from ${min} to ${max}`
}

/** Whether a column's name is a question's id or its words in any language. */
export function isNamedAfter(name: string, question: Question): boolean {
  const words = new Set([wordsOf(name), wordsOf(afterCode(name))])
  const asks = Object.values<Question['text'][string]>(question.text).flatMap(({ ask }) =>
    typeof ask === 'string' ? [ask] : Object.values(ask),
  )
  return [question.id, ...asks].some((text) => words.has(wordsOf(text)))
}
