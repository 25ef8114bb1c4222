import { OpenAPIHono, z } from '@hono/zod-openapi'
import { countFloodsOfEach } from '../../db/floods/floods.ts'
import { countFollowUps } from '../../db/followUps/counts.ts'
import { countActivePeople } from '../../db/people/people.ts'
import { listNewestComments } from '../../db/responses/newestComments.ts'
import { histogramsOfEach } from '../../db/scores/scores.ts'
import { listSurveys, type Survey } from '../../db/surveys/surveys.ts'
import { dayOf, isoOf, periodsOf } from '../../surveys/days.ts'
import { compare } from '../../surveys/scoring/compare.ts'
import { scoreOf } from '../../surveys/scoring/score.ts'
import { isAdmin, type Env } from '../base/access.ts'
import { findQuestion } from '../base/boardQuery.ts'
import type { Deps } from '../base/deps.ts'
import { addressOf } from '../base/origin.ts'
import { readContextOf, type ReadContext } from '../base/readContext.ts'
import { route } from '../base/route.ts'
import { answers, isoDay, metric } from '../base/schemas.ts'
import { endOfToday, todayIn } from '../base/today.ts'
import { refuseInvalid } from '../base/validation.ts'
import { response } from '../responses/schemas.ts'
import { toResponse } from '../responses/serialize.ts'
import { comparison, periodScore, score } from '../scores/schemas.ts'
import { toPeriodScore, toScore } from '../scores/serialize.ts'
import { survey } from '../surveys/schemas.ts'
import { toSurveys } from '../surveys/serialize.ts'

const surveyScore = z.object({
  survey,
  question: z.string(),
  metric,
  days: z.int(),
  now: score,
  before: score,
  change: comparison,
  trend: z.array(periodScore),
  suspected: z
    .int()
    .openapi({ description: 'Answers that arrived together, look automatic and are not reviewed' }),
})

/** A comment without its customer. Reading one is not recorded as a view of names. */
const comment = response
  .pick({ id: true, surveyId: true, language: true, answeredAt: true, answers: true })
  .extend({
    day: isoDay.openapi({ description: 'In the time zone of the workspace' }),
    additions: response.shape.additions,
    followUp: response.shape.followUp,
  })

const firstSteps = z.object({
  survey: z.boolean().openapi({ description: 'Whether a survey is published' }),
  answer: z.boolean().openapi({ description: 'Whether an answer counts, other than example data' }),
  team: z.boolean().openapi({ description: 'Whether more than one person may sign in' }),
  address: z.boolean().openapi({ description: 'Whether PUBLIC_URL is set and uses https' }),
})

const overview = z.object({
  surveys: z.array(surveyScore),
  needs: z.object({ new: z.int(), overdue: z.int(), unowned: z.int() }),
  firstSteps: firstSteps.nullable().openapi({
    description: 'What setting up takes, as far as the server can tell; null for all but admins',
  }),
  comments: z.array(comment).openapi({ description: 'The newest, at most five' }),
})

/** An overview compares this many days with as many before them. */
const OVERVIEW_DAYS = 30
const OVERVIEW_WEEKS = 26
const COMMENTS_SHOWN = 5

/** Route of the overview of all surveys. */
export function overviewRoutes(deps: Deps) {
  const { db, now } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid }).openapi(
    route('viewer', 'get', '/overview', {
      responses: answers(
        overview,
        'Every published survey’s score, those with answers first, the numbers of open cases, and the newest comments',
      ),
    }),
    async (context) => {
      const published = (await listSurveys(db)).filter(
        ({ version, state }) => version !== null && state !== 'archived',
      )
      const address = addressOf(deps.config, context)
      const counts = await countFollowUps(db, { until: endOfToday(deps) }, now())
      const surveys = (await scoresOf(deps, address, published)).toSorted(byAnswers)
      return context.json({
        surveys,
        firstSteps: isAdmin(context.get('actor')) ? await firstStepsOf(deps, surveys) : null,
        needs: { new: counts.new, overdue: counts.overdue, unowned: counts.unassigned },
        comments: await commentsOf(deps, readContextOf(deps, context)),
      })
    },
  )
}

/** Computes every survey's score and its change with one read for all. */
async function scoresOf(deps: Deps, address: string | null, rows: Survey[]) {
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
  const floods = await countFloodsOfEach(deps.db)
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
      suspected: floods.get(rows[at]!.id) ?? 0,
    }
  })
}

async function commentsOf(deps: Deps, context: ReadContext) {
  const { db, workspace } = deps
  const rows = await listNewestComments(db, { until: endOfToday(deps), limit: COMMENTS_SHOWN })
  return Promise.all(
    rows.map(async (row) => {
      const { id, surveyId, language, answeredAt, answers, additions, followUp } = await toResponse(
        deps,
        context,
        row,
      )
      const day = isoOf(dayOf(answeredAt, workspace.timeZone))
      const shown = answers.filter(({ kind }) => kind !== 'contact')
      return { id, surveyId, language, answeredAt, day, answers: shown, additions, followUp }
    }),
  )
}

async function firstStepsOf(
  { db, config }: Deps,
  surveys: { survey: { example: boolean; answers: number } }[],
): Promise<z.infer<typeof firstSteps>> {
  const own = surveys.filter(({ survey }) => !survey.example)
  return {
    survey: own.length > 0,
    answer: own.some(({ survey }) => survey.answers > 0),
    team: (await countActivePeople(db)) > 1,
    address: config.publicUrl?.startsWith('https:') ?? false,
  }
}

type Placed = { survey: { state: string; answers: number }; now: { n: number } }

/**
 * Orders surveys: live ones with recent answers, other ones with recent answers, ones with earlier
 * answers, empty ones.
 */
const byAnswers = (one: Placed, other: Placed) => placeOf(one) - placeOf(other)

function placeOf({ survey, now }: Placed): number {
  if (now.n > 0) return survey.state === 'live' ? 0 : 1
  return survey.answers > 0 ? 2 : 3
}
