import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ScorePlace } from '../../db/responses/byScore.ts'
import {
  countResponses,
  countUpTo,
  eraseTests,
  listHistory,
  readResponse,
} from '../../db/responses/list.ts'
import { restore, excludeResponse } from '../../db/responses/review.ts'
import { isCatchingUp } from '../../db/search/indexing.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { HOUR } from '../../surveys/durations.ts'
import { MOST_COUNTED } from '../../surveys/limits.ts'
import { recordNamesViewed } from '../audit/record.ts'
import { seesNames, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { pageOf, placeOf, responseCountQuery, responseQuery } from '../base/filters.ts'
import { readContextOf } from '../base/readContext.ts'
import { route } from '../base/route.ts'
import { answers } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { readAnswerOptions } from './answerFilter.ts'
import { filterReader, orderReader } from './filter.ts'
import { counted, response, responseDetail } from './schemas.ts'
import { toResponse } from './serialize.ts'

const params = z.object({ id: z.string() })
const reviewed = z.object({ response })
const place = z
  .tuple([z.int(), z.int(), z.int().nullable()])
  .transform(([at, no, score]): ScorePlace => ({ at, no, score }))

/** Responses, newest first, as a list and each on its own. */
export function responseRoutes(deps: Deps) {
  const { db, config, now } = deps

  const responseOf = async (context: Context<Env>, id: string) =>
    toResponse(deps, readContextOf(deps, context), await readResponse(db, id))

  const filterOf = filterReader(deps)
  const orderOf = orderReader(deps)

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
        const order = await orderOf(filter.surveyId, query)
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
        responses: answers(counted, 'How many responses the filter shows'),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const filter = await filterOf(
          context.get('actor'),
          context.req.valid('param').id,
          query,
          responseCountQuery,
        )
        if (!filter.search) return context.json({ n: await countResponses(db, filter) })
        const n = await countUpTo(db, filter, MOST_COUNTED + 1)
        return context.json({
          n: Math.min(n, MOST_COUNTED),
          more: n > MOST_COUNTED,
          indexing: await isCatchingUp(db),
        })
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
      route('viewer', 'get', '/responses/{id}', {
        request: { params },
        responses: answers(
          responseDetail,
          'A response, with the customer’s other ones for those who see names',
        ),
      }),
      async (context) => {
        const actor = context.get('actor')
        const row = await readResponse(db, context.req.valid('param').id)
        await recordNamesViewed(deps, actor, [row])
        const others = seesNames(actor) && row.customerId
        const history = others ? await listHistory(db, others, row.id) : []
        const readContext = readContextOf(deps, context)
        return context.json({
          ...(await toResponse(deps, readContext, row)),
          history: await Promise.all(history.map((each) => toResponse(deps, readContext, each))),
        })
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
}
