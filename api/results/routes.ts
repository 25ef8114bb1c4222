import { OpenAPIHono, z } from '@hono/zod-openapi'
import { tallyByGroup, tallyByPeriod } from '../../db/results/tallies.ts'
import { isoOf, periodsOf } from '../../surveys/days.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import {
  checkProperty,
  propertiesOf,
  resultGroupsQuery,
  resultPeriodsQuery,
  resultsQuery,
} from '../base/filters.ts'
import { route } from '../base/route.ts'
import { answers } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { toShares } from './parts.ts'
import { readResults, readScope } from './read.ts'
import { resultGroups, resultPeriods, results } from './schemas.ts'

const params = z.object({ id: z.string() })

/** The answers to every question of a survey: in total, by period and by group. */
export function resultRoutes(deps: Deps) {
  const { db, workspace } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/surveys/{id}/results', {
        request: { params, query: resultsQuery },
        responses: answers(results, 'The results of every question, compared with a score'),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const filters = propertiesOf(query, resultsQuery)
        const found = await readScope(deps, context.req.valid('param').id, query, filters)
        const { question, metric, range, counting } = found.board
        return context.json({
          question,
          metric,
          from: isoOf(range.from),
          to: isoOf(Math.max(range.from, range.to)),
          counting,
          timeZone: workspace.timeZone,
          ...(await readResults(deps, found)),
        })
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/results/periods', {
        request: { params, query: resultPeriodsQuery },
        responses: answers(resultPeriods, 'The share of each answer over time'),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const filters = propertiesOf(query, resultPeriodsQuery)
        const { board, known, scope } = await readScope(
          deps,
          context.req.valid('param').id,
          query,
          filters,
        )
        const periods = periodsOf(board.range, query.by)
        const tallies = await tallyByPeriod(db, scope, periods)
        return context.json({
          by: query.by,
          periods: periods.map(({ from, to }, at) => ({
            from: isoOf(from),
            to: isoOf(to),
            questions: toShares(scope, known, tallies, at),
          })),
        })
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/results/groups', {
        request: { params, query: resultGroupsQuery },
        responses: answers(resultGroups, 'The share of each answer by group of a property'),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const { id } = context.req.valid('param')
        const filters = propertiesOf(query, resultGroupsQuery)
        const { known, scope } = await readScope(deps, id, query, filters)
        await checkProperty(db, id, query.split, 'split')
        const tallies = await tallyByGroup(db, scope, query.split)
        const sizes = new Map<string, number>()
        for (const { part, n } of [...tallies.values()].flat())
          sizes.set(part, (sizes.get(part) ?? 0) + n)
        const values = [...sizes].toSorted(([, one], [, other]) => other - one)
        return context.json({
          split: query.split,
          groups: values.map(([value]) => ({
            value,
            questions: toShares(scope, known, tallies, value),
          })),
        })
      },
    )
}
