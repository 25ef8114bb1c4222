import { OpenAPIHono, z } from '@hono/zod-openapi'
import { countExclusions } from '../../db/scores/exclusions.ts'
import { scoresBySegment } from '../../db/scores/groupScores.ts'
import { listSegments, scoreOver, scoresByPeriod } from '../../db/scores/scores.ts'
import type { Db } from '../../db/statements.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { COUNTINGS } from '../../surveys/counting.ts'
import { isoOf } from '../../surveys/days.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { instantsOf, propertiesOf, scoreQuery } from '../base/filters.ts'
import { readBoardQuery, type BoardQuery } from '../base/boardQuery.ts'
import { answers, metric } from '../base/schemas.ts'
import { groupScore, periodScore, score } from './schemas.ts'
import { toPeriodScore, toScore } from './serialize.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'

const scores = z.object({
  question: z.string(),
  metric,
  from: z.string(),
  to: z.string(),
  by: z.enum(['day', 'week', 'month']),
  counting: z.enum(COUNTINGS),
  timeZone: z.string(),
  total: score,
  everyone: score.openapi({ description: 'The total without the property filter' }),
  periods: z.array(periodScore),
  segments: z.record(z.string(), z.record(z.string(), groupScore)).openapi({
    description:
      'Every group by property and value ("" = other). With filters, the groups of those properties, each under the other filters.',
  }),
})

const exclusions = z.object({
  counted: z.int(),
  earlier: z.int().openapi({ description: 'Earlier answers of customers whose latest counts' }),
  skipped: z.int().openapi({ description: 'Without an answer to this question' }),
  suspected: z.int(),
  unconfirmed: z
    .int()
    .openapi({ description: 'Opened by an email’s link, without human input so far' }),
  test: z.int().openapi({ description: 'Test responses by the team' }),
  erased: z.int(),
})

/** Routes of a survey's scores, by period and by group. */
export function scoreRoutes(deps: Deps) {
  const { db, workspace } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/surveys/{id}/scores', {
        request: { params: z.object({ id: z.string() }), query: scoreQuery },
        responses: answers(scores, 'The score over time and by group'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const query = context.req.valid('query')
        const board = await readBoardQuery(deps, id, query, propertiesOf(query, scoreQuery))
        const { total, periods } = await scoresByPeriod(db, board)
        const everyone = board.segments.length
          ? await scoreOver(db, { ...board, segments: [] })
          : total
        const segments = await groupsOf(db, board)
        return context.json({
          question: board.question,
          metric: board.metric,
          from: isoOf(board.range.from),
          to: isoOf(Math.max(board.range.from, board.range.to)),
          by: board.by,
          counting: board.counting,
          timeZone: workspace.timeZone,
          total: toScore(total),
          everyone: toScore(everyone),
          periods: periods.map(toPeriodScore),
          segments: Object.fromEntries(
            Object.entries(segments).map(([property, values]) => [
              property,
              Object.fromEntries(
                Object.entries(values).map(([value, score]) => [value, toScore(score)]),
              ),
            ]),
          ),
        })
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/segments', {
        request: { params: z.object({ id: z.string() }) },
        responses: answers(
          z.record(z.string(), z.array(z.string())),
          'The groups that scores can be narrowed to: the values of each property ("" = other)',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        return context.json(await listSegments(db, id))
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/exclusions', {
        request: { params: z.object({ id: z.string() }), query: scoreQuery },
        responses: answers(
          exclusions,
          'How many responses a score counts, and how many it excludes, by reason',
        ),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const { surveyId, question, segments, counting } = await readBoardQuery(
          deps,
          context.req.valid('param').id,
          query,
          propertiesOf(query, scoreQuery),
        )
        const days = instantsOf(query, deps)
        return context.json(
          await countExclusions(db, { surveyId, question, segments, counting, ...days }),
        )
      },
    )
}

/**
 * Reads every group; with filters, the groups of the filtered properties, each under the other filters.
 */
async function groupsOf(db: Db, board: BoardQuery) {
  if (!board.segments.length) return scoresBySegment(db, board)
  const each = await Promise.all(
    board.segments.map((filter) =>
      scoresBySegment(db, {
        ...board,
        property: filter.property,
        segments: board.segments.filter((other) => other !== filter),
      }),
    ),
  )
  return Object.fromEntries(each.flatMap((groups) => Object.entries(groups)))
}
