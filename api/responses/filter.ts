import type { z } from '@hono/zod-openapi'
import { listByScore, scorePlaceOf, type ScorePlace } from '../../db/responses/byScore.ts'
import { listResponses, type ResponseFilter, type ResponseRow } from '../../db/responses/list.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { BANDS, isOnScale, SCALES, valuesIn, type Metric } from '../../surveys/scoring/metrics.ts'
import type { Actor } from '../base/access.ts'
import { findQuestion } from '../base/boardQuery.ts'
import type { Deps } from '../base/deps.ts'
import {
  checkProperty,
  checkSegments,
  instantsOf,
  propertiesOf,
  searchOf,
  type responseCountQuery,
} from '../base/filters.ts'
import { answersIn, checkAnswered } from './answerFilter.ts'

type Query = z.infer<typeof responseCountQuery>
type PageFilter = ResponseFilter & { after?: ScorePlace | undefined; limit: number }

/** Reads the filter of a survey's responses from a query; `own` has the route's parameters. */
export const filterReader =
  (deps: Deps) =>
  async (
    actor: Actor,
    surveyId: string,
    query: Query,
    own: z.ZodObject,
  ): Promise<ResponseFilter> => {
    const { db } = deps
    const survey = await readSurvey(db, surveyId)
    const segments = propertiesOf(query, own)
    await checkSegments(db, surveyId, segments)
    const { without } = query
    if (without !== undefined) await checkProperty(db, surveyId, without, 'without')
    await checkAnswered(deps, survey, query.answered)
    const filter = {
      surveyId,
      segments,
      without,
      counting: query.counting,
      state: query.flood ? ('suspected' as const) : query.state,
      flood: query.flood,
      search: searchOf(actor, query.q),
      commented: Boolean(query.comments),
      answers: await answersIn(deps, survey, query),
      answered: query.answered,
      tag: query.tag,
      ...instantsOf(query, deps),
    }
    if (query.question === undefined && query.score === undefined)
      return { ...filter, band: query.band }
    const question = await findQuestion(deps, survey, query.question)
    return { ...filter, question: question.id, scores: scoresOf(question.metric, query) }
  }

/** How to read pages in the order of a query, and where a row is in it. */
export const orderReader =
  (deps: Deps) =>
  async (surveyId: string, { sort, question }: Query) => {
    const { db } = deps
    if (sort === 'newest' || sort === 'oldest')
      return {
        list: (filter: PageFilter) =>
          listResponses(db, { ...filter, oldestFirst: sort === 'oldest' }),
        placeOf: ({ answeredAt, no }: ResponseRow): ScorePlace => ({
          at: answeredAt,
          no,
          score: null,
        }),
      }
    const { id, metric } = await findQuestion(deps, await readSurvey(db, surveyId), question)
    const scores = BANDS.flatMap((band) => valuesIn(metric, band))
    const order = { question: id, scores: sort === 'lowest' ? scores : scores.toReversed() }
    return {
      list: (filter: PageFilter) => listByScore(db, filter, order),
      placeOf: (row: ResponseRow) => scorePlaceOf(row, order),
    }
  }

/** The scores that a filter allows; undefined if all. */
function scoresOf(metric: Metric, { band, score }: Query): number[] | undefined {
  if (score !== undefined && !isOnScale(metric, score)) {
    const { min, max } = SCALES[metric]
    throw new InvalidInput([
      { field: 'score', message: `must be a whole number from ${min} to ${max}` },
    ])
  }
  if (!band) return score === undefined ? undefined : [score]
  return valuesIn(metric, band).filter((value) => score === undefined || value === score)
}
