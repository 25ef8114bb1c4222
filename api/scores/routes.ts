import { OpenAPIHono, z } from '@hono/zod-openapi'
import { countFollowUps } from '../../db/followUps/counts.ts'
import { countExclusions } from '../../db/scores/exclusions.ts'
import { scoresBySegment } from '../../db/scores/groupScores.ts'
import {
  histogramsOfEach,
  listSegments,
  scoreOver,
  scoresByPeriod,
} from '../../db/scores/scores.ts'
import type { Db } from '../../db/statements.ts'
import { listSurveys, readSurvey, type Survey } from '../../db/surveys/surveys.ts'
import { COUNTINGS } from '../../surveys/counting.ts'
import { isoOf, periodsOf } from '../../surveys/days.ts'
import { compare } from '../../surveys/scoring/compare.ts'
import { scoreOf } from '../../surveys/scoring/score.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { instantsOf, propertiesOf, scoreQuery } from '../base/filters.ts'
import { addressOf } from '../base/origin.ts'
import { findQuestion, readBoardQuery, type BoardQuery } from '../base/boardQuery.ts'
import { answers, metric } from '../base/schemas.ts'
import { comparison, groupScore, periodScore, score } from './schemas.ts'
import { survey } from '../surveys/schemas.ts'
import { toPeriodScore, toScore } from './serialize.ts'
import { toSurveys } from '../surveys/serialize.ts'
import { endOfToday, todayIn } from '../base/today.ts'
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

const card = z.object({
  survey,
  question: z.string(),
  metric,
  days: z.int(),
  now: score,
  before: score,
  change: comparison,
  trend: z.array(periodScore),
})

const overview = z.object({
  surveys: z.array(card),
  needs: z.object({ new: z.int(), overdue: z.int(), unowned: z.int() }),
})

/** An overview compares this many days with as many before them. */
const OVERVIEW_DAYS = 30
const OVERVIEW_WEEKS = 26

/** Scores: of one survey by period and by group, and of all surveys. */
export function scoreRoutes(deps: Deps) {
  const { db, now, workspace } = deps
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
    .openapi(
      route('viewer', 'get', '/overview', {
        responses: answers(
          overview,
          'Every published survey’s score, and the numbers of open cases',
        ),
      }),
      async (context) => {
        const published = (await listSurveys(db)).filter(({ version }) => version !== null)
        const address = addressOf(deps.config, context)
        const counts = await countFollowUps(db, { until: endOfToday(deps) }, now())
        return context.json({
          surveys: await cardsOf(deps, address, published),
          needs: { new: counts.new, overdue: counts.overdue, unowned: counts.unassigned },
        })
      },
    )
}

/** Every group; with filters the groups of those properties, each under the other filters. */
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

/** Every survey's card; their scores are read at once. */
async function cardsOf(deps: Deps, address: string | null, rows: Survey[]) {
  const surveys = await toSurveys(deps, address, rows)
  const questions = await Promise.all(rows.map((row) => findQuestion(deps, row, undefined)))
  const today = todayIn(deps)
  const weeks = periodsOf({ from: today - 7 * OVERVIEW_WEEKS + 1, to: today }, 'week')
  const histograms = await histogramsOfEach(
    deps.db,
    questions.map(({ id }, at) => ({ surveyId: rows[at]!.id, question: id })),
    [
      { from: today - OVERVIEW_DAYS + 1, to: today },
      { from: today - 2 * OVERVIEW_DAYS + 1, to: today - OVERVIEW_DAYS },
      ...weeks,
    ],
  )
  return questions.map(({ id: question, metric }, at) => {
    const [now, before, ...ofWeeks] = histograms[at]!
    return {
      survey: surveys[at]!,
      question,
      metric,
      days: OVERVIEW_DAYS,
      now: toScore(scoreOf(metric, now!)),
      before: toScore(scoreOf(metric, before!)),
      change: compare(metric, before!, now!),
      trend: weeks.map((week, at) => toPeriodScore({ ...week, ...scoreOf(metric, ofWeeks[at]!) })),
    }
  })
}
