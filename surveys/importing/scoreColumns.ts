import type { InvalidInput } from '../errors.ts'
import { SCALES, isOnScale, type Metric } from '../scoring/metrics.ts'
import {
  mainQuestion,
  type Question,
  type ScoredQuestion,
  type SurveyDefinition,
} from '../survey.ts'
import { holdTheSame, share, type Column } from './columns.ts'
import { afterCode, hintsOf, wordsOf } from './headers.ts'
import { listed, refusal } from './refusals.ts'
import { readScore } from './scores.ts'

const ABOUT_SCORES = /^(?:group|category|segment|band|bucket|class|type|skupina|kategorie|gruppe)$/

/** The column of a question's scores, if there is one; the main question must have exactly one. */
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
  if (first && others.every((other) => holdTheSame(first, other))) {
    if (isMain) refuseOtherScale(first, question.kind)
    return first
  }
  if (!isMain) return undefined
  if (best.length)
    throw refusal(`the score may be in ${listed(best)}; say which: --map score=COLUMN`)
  throw noScore(columns, question)
}

/** What to say where no column fits the main question. */
export function noScore(columns: Column[], { kind }: ScoredQuestion): InvalidInput {
  const { min, max } = SCALES[kind]
  return refusal(
    `no column holds scores from ${min} to ${max}; say which: --map score=COLUMN (there are ${listed(columns)})`,
  )
}

/** Broken rows are for the check to report; here it is enough that a share of the column fits. */
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

/** By the better of a column's name and the text of its question, where the file has that, too. */
function rankOf({ name, question: text }: Column, question: Question & { kind: Metric }): number {
  const ranks = [name, ...(text ? [text] : [])].map((each) => scoreRank(each, question))
  return ranks.includes(-1) ? -1 : Math.max(...ranks)
}

/**
 * 3: named after the question, 2: after the metric, 1: after some score, 0: neither, −1: another's, or
 * about scores rather than one of them: Qualtrics' `Q1_NPS_GROUP`.
 */
function scoreRank(name: string, question: Question & { kind: Metric }): number {
  if (isNamedAfter(name, question)) return 3
  const words = wordsOf(name).split(' ')
  if (words.some((word) => ABOUT_SCORES.test(word))) return -1
  if (words.includes(question.kind)) return 2
  if (Object.keys(SCALES).some((metric) => words.includes(metric))) return -1
  return hintsOf(name).has('score') ? 1 : 0
}

/** Stars from 1 to 5 lie on a scale from 0 to 10 too, and would all be detractors there. */
function refuseOtherScale(column: Column, metric: Metric): void {
  const scores = [...column.values.keys()]
    .map((value) => readScore(value, metric))
    .filter((score) => typeof score === 'number')
  const { min, max } = SCALES[metric]
  const highest = Math.max(...scores)
  if (column.filled >= 30 && highest <= (min + max) / 2 && metric === 'nps')
    throw refusal(
      `"${column.name}" goes up to ${highest} only, on a scale from ${min} to ${max}; if that is right, say --map score=COLUMN`,
    )
}

/** Whether a column's name is a question's id or its words in any language. */
export function isNamedAfter(name: string, question: Question): boolean {
  const words = new Set([wordsOf(name), wordsOf(afterCode(name))])
  const asks = Object.values<Question['text'][string]>(question.text).flatMap(({ ask }) =>
    typeof ask === 'string' ? [ask] : Object.values(ask),
  )
  return [question.id, ...asks].some((text) => words.has(wordsOf(text)))
}
