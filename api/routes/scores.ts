import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { countFollowUps } from '../../db/followUps.ts'
import { daysAnswered, scoresByPeriod, scoresBySegment } from '../../db/scores.ts'
import { listSurveys, readDefinition, readSurvey, type Survey } from '../../db/surveys.ts'
import { dayOf, isoOf, type Day } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { compare } from '../../surveys/scoring/compare.ts'
import { mainQuestion, scoredQuestions } from '../../surveys/survey.ts'
import { atLeast, type Env } from '../access.ts'
import type { Deps } from '../deps.ts'
import { checkOrder, checkSegments, propertiesOf, scoreQuery } from '../filters.ts'
import { originOf } from '../origin.ts'
import { answers, comparison, metric, periodScore, score, survey } from '../schemas.ts'
import { toPeriodScore, toScore, toSurvey } from '../serialize.ts'
import { refuseInvalid } from '../validation.ts'

const scores = z.object({
  question: z.string(),
  metric,
  from: z.string(),
  to: z.string(),
  by: z.enum(['day', 'week', 'month']),
  timeZone: z.string(),
  total: score,
  periods: z.array(periodScore),
  segments: z.record(z.string(), z.record(z.string(), score)).openapi({
    description:
      'Every group by property and value ("" = other). With a property filter, that property’s groups.',
  }),
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

/** Scores: of one survey by period and by group, and of all surveys at a glance. */
export function scoreRoutes(deps: Deps) {
  const { db, now, workspace } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/surveys/{id}/scores',
        middleware: [atLeast('viewer')] as const,
        request: { params: z.object({ id: z.string() }), query: scoreQuery },
        responses: answers(scores, 'The score over time and by group'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const query = context.req.valid('query')
        checkOrder(query)
        const filters = propertiesOf(query, scoreQuery)
        if (filters.length > 1)
          throw new InvalidInput(
            filters.slice(1).map(({ property }) => ({
              field: property,
              message: 'only one property at a time can be filtered by',
            })),
          )
        const asked = await findQuestion(deps, await readSurvey(db, id), query.question)
        await checkSegments(db, id, filters)

        const known = await daysAnswered(db, { surveyId: id, question: asked.id })
        const today = dayOf(now(), workspace.timeZone)
        const range = rangeOf(query, known ?? { from: today, to: today })
        const board = { surveyId: id, question: asked.id, metric: asked.metric, range }
        const { total, periods } = await scoresByPeriod(db, {
          ...board,
          by: query.by,
          segment: filters[0],
        })
        const segments = await scoresBySegment(db, { ...board, property: filters[0]?.property })
        return context.json({
          question: asked.id,
          metric: asked.metric,
          from: isoOf(range.from),
          to: isoOf(range.to),
          by: query.by,
          timeZone: workspace.timeZone,
          total: toScore(total),
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
      createRoute({
        method: 'get',
        path: '/overview',
        middleware: [atLeast('viewer')] as const,
        responses: answers(overview, 'Every survey that was published, and what needs a hand'),
      }),
      async (context) => {
        const published = (await listSurveys(db)).filter(({ version }) => version !== null)
        const origin = originOf(context)
        const counts = await countFollowUps(db, {}, now())
        return context.json({
          surveys: await Promise.all(published.map((row) => cardOf(deps, origin, row))),
          needs: { new: counts.new, overdue: counts.overdue, unowned: counts.unowned },
        })
      },
    )
}

async function findQuestion({ db }: Deps, row: Survey, wanted: string | undefined) {
  const definition =
    row.version === null ? row.draft : await readDefinition(db, row.id, row.version)
  const questions = scoredQuestions(definition)
  const found = questions.find(({ id }) => id === (wanted ?? mainQuestion(definition).id))
  if (!found)
    throw new InvalidInput([
      {
        field: 'question',
        message: `must be one of ${questions.map(({ id }) => id).join(', ')}`,
      },
    ])
  return found
}

/** The longest range that is read at once: more days than any survey has. */
const MOST_DAYS = 366 * 50

function rangeOf(query: { from?: Day; to?: Day }, known: { from: Day; to: Day }) {
  const from = query.from ?? Math.min(known.from, query.to ?? known.from)
  const to = query.to ?? Math.max(known.to, from)
  if (to - from > MOST_DAYS)
    throw new InvalidInput([{ field: 'from', message: 'must be at most 50 years before "to"' }])
  return { from, to }
}

async function cardOf(deps: Deps, origin: string, row: Survey) {
  const { db, now, workspace } = deps
  const { id: question, metric } = await findQuestion(deps, row, undefined)
  const today = dayOf(now(), workspace.timeZone)
  const board = { surveyId: row.id, question, metric, by: 'week' as const }
  const over = async (from: Day, to: Day) =>
    (await scoresByPeriod(db, { ...board, range: { from, to } })).total
  const nowScore = await over(today - OVERVIEW_DAYS + 1, today)
  const before = await over(today - 2 * OVERVIEW_DAYS + 1, today - OVERVIEW_DAYS)
  const trend = await scoresByPeriod(db, {
    ...board,
    range: { from: today - 7 * OVERVIEW_WEEKS + 1, to: today },
  })
  return {
    survey: await toSurvey(deps, origin, row),
    question,
    metric,
    days: OVERVIEW_DAYS,
    now: toScore(nowScore),
    before: toScore(before),
    change: compare(metric, before.histogram, nowScore.histogram),
    trend: trend.periods.map(toPeriodScore),
  }
}
