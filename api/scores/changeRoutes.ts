import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  daysAnswered,
  histogramsBySegment,
  scoreOver,
  scoresByPeriod,
} from '../../db/scores/scores.ts'
import { isoOf, yearBefore, type Period, type Step } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { compare } from '../../surveys/scoring/compare.ts'
import { splitByProperty } from '../../surveys/scoring/causes.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { changeQuery, propertiesOf } from '../base/filters.ts'
import { checkLength, readBoardQuery } from '../base/boardQuery.ts'
import { answers, isoDay, metric } from '../base/schemas.ts'
import { comparison, periodScore } from './schemas.ts'
import { toPeriodScore } from './serialize.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'

const side = z.object({ n: z.int(), score: z.number().nullable() })

const cause = z
  .object({
    mix: z.number().openapi({ description: 'Points due to a change in who answered' }),
    within: z.number().openapi({ description: 'Points due to changes within the groups' }),
    groups: z.array(
      z.object({
        value: z.string().nullable().openapi({
          description: 'null: answers without this property; "": its rare values together',
        }),
        before: side,
        now: side,
        mix: z.number(),
        within: z.number(),
      }),
    ),
  })
  .openapi('Cause')

const change = z.object({
  question: z.string(),
  metric,
  now: periodScore,
  before: periodScore,
  change: comparison,
  dataFrom: isoDay.nullable().openapi({
    description: 'The day of the first answer, if the earlier period begins before it',
  }),
  periods: z.array(periodScore).openapi({ description: 'The earlier period, split as `by` says' }),
  causes: z.record(z.string(), cause).openapi({
    description:
      'By property; `mix` and `within` add up to the difference. Empty with a filter or `counting=customers`.',
  }),
})

/** Route that tells whether a score has changed, and why. */
export function changeRoutes(deps: Deps) {
  const { db } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid }).openapi(
    route('viewer', 'get', '/surveys/{id}/change', {
      request: { params: z.object({ id: z.string() }), query: changeQuery },
      responses: answers(
        change,
        'A score compared with an earlier one, and the causes of the change',
      ),
    }),
    async (context) => {
      const query = context.req.valid('query')
      const filters = propertiesOf(query, changeQuery)
      const board = await readBoardQuery(deps, context.req.valid('param').id, query, filters)
      const { metric, question, range } = board
      const earlier = earlierDays(range, board.by, query)
      const now = await scoreOver(db, board)
      const before = await scoresByPeriod(db, { ...board, range: earlier })
      const { surveyId } = board
      const known = await daysAnswered(db, { surveyId, question, until: earlier.to })
      const isApart =
        now.n > 0 &&
        before.total.n > 0 &&
        board.segments.length === 0 &&
        board.counting === 'answers'
      const groups = async (range: Period) =>
        isApart ? histogramsBySegment(db, { ...board, range }) : {}
      const causes = splitByProperty(
        metric,
        { everyone: before.total.histogram, groups: await groups(earlier) },
        { everyone: now.histogram, groups: await groups(range) },
      )
      return context.json({
        question,
        metric,
        now: toPeriodScore({ ...range, ...now }),
        before: toPeriodScore({ ...earlier, ...before.total }),
        change: compare(metric, before.total.histogram, now.histogram),
        dataFrom: known && known.from > earlier.from ? isoOf(known.from) : null,
        periods: before.periods.map(toPeriodScore),
        causes,
      })
    },
  )
}

/** @throws InvalidInput unless all days are before the range, so that no answer counts twice */
function earlierDays(range: Period, by: Step, query: z.infer<typeof changeQuery>): Period {
  if (query.against === 'previous') {
    const days = range.to - range.from + 1
    return { from: range.from - days, to: range.from - 1 }
  }
  if (query.against === 'year') {
    const earlier = { from: yearBefore(range.from), to: yearBefore(range.to) }
    if (earlier.to >= range.from)
      throw new InvalidInput([
        { field: 'against', message: `"year" takes at most a year, from ${isoOf(range.from)} on` },
      ])
    return earlier
  }
  const { beforeFrom: from, beforeTo: to } = query
  if (from === undefined || to === undefined)
    throw new InvalidInput(
      (['beforeFrom', 'beforeTo'] as const)
        .filter((field) => query[field] === undefined)
        .map((field) => ({ field, message: 'must be given with against=custom' })),
    )
  if (from > to)
    throw new InvalidInput([{ field: 'beforeFrom', message: 'must not be after "beforeTo"' }])
  if (to >= range.from)
    throw new InvalidInput([
      { field: 'beforeTo', message: `must be before ${isoOf(range.from)}, where "from" begins` },
    ])
  checkLength({ from, to }, by, ['beforeFrom', 'beforeTo'])
  return { from, to }
}
