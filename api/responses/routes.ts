import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  countResponses,
  eraseTests,
  listResponses,
  readResponse,
  type ResponseRow,
  type ResponseFilter,
} from '../../db/responses/list.ts'
import { listByScore, scorePlaceOf, type ScorePlace } from '../../db/responses/byScore.ts'
import { restore, excludeResponse } from '../../db/responses/review.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { BANDS, isOnScale, SCALES, valuesIn, type Metric } from '../../surveys/scoring/metrics.ts'
import { recordNamesViewed } from '../audit/record.ts'
import type { Actor, Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { answersIn, checkAnswered, readAnswerOptions } from './answerFilter.ts'
import { responseColumns } from './exportColumns.ts'
import { exportCsv } from '../base/exports.ts'
import {
  checkProperty,
  checkSegments,
  instantsOf,
  pageOf,
  placeOf,
  propertiesOf,
  responseCountQuery,
  responseQuery,
  searchOf,
} from '../base/filters.ts'
import { findQuestion } from '../base/boardQuery.ts'
import { answers } from '../base/schemas.ts'
import { response } from './schemas.ts'
import { readContextOf } from '../base/readContext.ts'
import { toResponse } from './serialize.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { HOUR } from '../../surveys/durations.ts'

const params = z.object({ id: z.string() })
const reviewed = z.object({ response })
const place = z
  .tuple([z.int(), z.int(), z.int().nullable()])
  .transform(([at, no, score]): ScorePlace => ({ at, no, score }))

/** Responses, newest first, as a list and as a file. */
export function responseRoutes(deps: Deps) {
  const { db, config, now } = deps

  const responseOf = async (context: Context<Env>, id: string) =>
    toResponse(deps, readContextOf(deps, context), await readResponse(db, id))

  const filterOf = async (
    actor: Actor,
    surveyId: string,
    query: z.infer<typeof responseCountQuery>,
    own: z.ZodObject,
  ): Promise<ResponseFilter> => {
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
      ...instantsOf(query, deps),
    }
    if (query.question === undefined && query.score === undefined)
      return { ...filter, band: query.band }
    const question = await findQuestion(deps, survey, query.question)
    return { ...filter, question: question.id, scores: scoresOf(question.metric, query) }
  }

  /** How to read pages in the order of a query, and where a row is in it. */
  const sorted = async (
    surveyId: string,
    { sort, question }: z.infer<typeof responseCountQuery>,
  ) => {
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

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/surveys/{id}/responses', {
        request: { params, query: responseQuery },
        responses: answers(
          z.object({ responses: z.array(response), next: z.string().nullable() }),
          'A page of responses, newest first',
        ),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const filter = await filterOf(
          context.get('actor'),
          context.req.valid('param').id,
          query,
          responseQuery,
        )
        const order = await sorted(filter.surveyId, query)
        const rows = await order.list({
          ...filter,
          after: placeOf(place, query.cursor),
          limit: query.limit + 1,
        })
        const { page, next } = pageOf(rows, query.limit, (row) => {
          const { at, no, score } = order.placeOf(row)
          return [at, no, score]
        })
        const readContext = readContextOf(deps, context)
        await recordNamesViewed(deps, context.get('actor'), page)
        return context.json({
          responses: await Promise.all(page.map((row) => toResponse(deps, readContext, row))),
          next,
        })
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/responses/count', {
        request: { params, query: responseCountQuery },
        responses: answers(z.object({ n: z.int() }), 'How many responses the filter shows'),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const filter = await filterOf(
          context.get('actor'),
          context.req.valid('param').id,
          query,
          responseCountQuery,
        )
        return context.json({ n: await countResponses(db, filter) })
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/answer-options', {
        request: { params },
        responses: answers(
          z.object({
            questions: z.array(
              z.object({
                question: z.string(),
                ask: z.string(),
                options: z.array(z.object({ value: z.string(), text: z.string() })),
              }),
            ),
          }),
          'The answers that responses can be filtered by, as `a.QUESTION=ANSWER`; free text has none, only `answered=QUESTION`',
        ),
      }),
      async (context) => {
        const survey = await readSurvey(db, context.req.valid('param').id)
        const questions = (await readAnswerOptions(deps, survey)).map(
          ({ question, ask, options }) => ({
            question,
            ask,
            options: options.map(({ value, text }) => ({ value, text })),
          }),
        )
        return context.json({ questions })
      },
    )
    .openapi(
      route('admin', 'delete', '/surveys/{id}/test-responses', {
        request: { params },
        responses: answers(z.object({ erased: z.int() }), 'How many test responses were erased'),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        return context.json({ erased: await eraseTests(db, id) })
      },
    )
    .openapi(
      route('lead', 'put', '/responses/{id}/exclusion', {
        request: { params },
        responses: answers(reviewed, 'The response, which no longer counts'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        await excludeResponse(db, id, { by: context.get('actor').name, now: now() })
        return context.json({ response: await responseOf(context, id) })
      },
    )
    .openapi(
      route('lead', 'delete', '/responses/{id}/exclusion', {
        request: { params },
        responses: answers(reviewed, 'The response, which counts and won’t be suspected again'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        await restore(db, id, {
          by: context.get('actor').name,
          now: now(),
          dueAt: now() + config.followUpHours * HOUR,
        })
        return context.json({ response: await responseOf(context, id) })
      },
    )
    .openapi(
      route({ role: 'lead', scope: 'export' }, 'get', '/surveys/{id}/responses.csv', {
        request: { params, query: responseCountQuery },
        responses: {
          200: {
            description: 'Exactly the responses that the filter shows',
            content: { 'text/csv': { schema: z.string() } },
          },
        },
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const query = context.req.valid('query')
        const filter = await filterOf(context.get('actor'), id, query, responseCountQuery)
        const order = await sorted(id, query)
        const columns = await responseColumns(deps, id)
        const readContext = readContextOf(deps, context)
        const own = Object.keys(responseCountQuery.shape)
        return exportCsv(
          deps,
          context,
          { query, own, surveyId: id },
          {
            what: 'responses',
            header: columns.header,
            read: (last: ResponseRow | undefined, limit) =>
              order.list({ ...filter, after: last && order.placeOf(last), limit }),
            cells: async (row) =>
              columns.cells(await toResponse(deps, readContext, row), row.answers),
          },
        )
      },
    )
}

type PageFilter = ResponseFilter & { after?: ScorePlace | undefined; limit: number }

/** The scores that a filter allows; undefined if all. */
function scoresOf(
  metric: Metric,
  { band, score }: z.infer<typeof responseCountQuery>,
): number[] | undefined {
  if (score !== undefined && !isOnScale(metric, score)) {
    const { min, max } = SCALES[metric]
    throw new InvalidInput([
      { field: 'score', message: `must be a whole number from ${min} to ${max}` },
    ])
  }
  if (!band) return score === undefined ? undefined : [score]
  return valuesIn(metric, band).filter((value) => score === undefined || value === score)
}
