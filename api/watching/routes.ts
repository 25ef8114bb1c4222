import { OpenAPIHono, z } from '@hono/zod-openapi'
import { setBaseline } from '../../db/watching/baselines.ts'
import { scoreOver } from '../../db/scores/scores.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { saveWatch } from '../../db/watching/watches.ts'
import { isoOf, type Day } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { BASELINE_MINIMUM } from '../../surveys/watching/baseline.ts'
import { watchRules } from '../../surveys/watching/rules.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { checkOrder, isoDay } from '../base/filters.ts'
import { findQuestion } from '../base/boardQuery.ts'
import { answers, jsonBody, metric } from '../base/schemas.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { readRules, readWatched, type Watched } from './watching.ts'

const params = z.object({ id: z.string() })
const question = z.string('must be given once').optional()

const shiftsQuery = z.strictObject({ question, from: isoDay.optional(), to: isoDay.optional() })
const questionQuery = z.strictObject({ question })
const newBaseline = z.strictObject(
  { question, from: isoDay, to: isoDay.optional() },
  'must be an object',
)

const answered = { from: z.string(), to: z.string(), n: z.int() }
const by = z.string().nullable().openapi({ description: 'null: set automatically' })

const baselineFields = {
  question: z.string(),
  metric,
  baseline: z
    .object({
      ...answered,
      score: z.number(),
      low: z.number(),
      high: z.number(),
      setAt: z.int().nullable().openapi({ description: 'Milliseconds since 1970 UTC' }),
      by,
    })
    .nullable()
    .openapi({
      description: 'What the score is compared with; null until there are enough answers',
    }),
  waiting: z
    .object({
      weeks: z.int(),
      answers: z.int(),
      needs: z.object({ weeks: z.int(), answers: z.int() }),
    })
    .nullable()
    .openapi({
      description: 'The weeks with answers, and the answers, that an automatic baseline requires',
    }),
}

const shifts = z.object({
  ...baselineFields,
  shifts: z.array(
    z.object({
      since: z
        .string()
        .openapi({ description: 'Monday of the week in which it most likely began' }),
      onset: z.object({ from: z.string(), to: z.string() }).openapi({
        description: 'Mondays of the first and last week in which it may have begun (95 %)',
      }),
      at: z.string().openapi({ description: 'Monday of the week at whose end it was detected' }),
      direction: z.enum(['up', 'down']),
      size: z
        .number()
        .openapi({ description: 'Estimated points between the baseline and the level since' }),
      low: z.number().openapi({ description: 'Lower 95 % limit of the size' }),
      high: z.number().openapi({ description: 'Upper 95 % limit of the size' }),
      before: z.number(),
      after: z.number(),
      n: z.int(),
    }),
  ),
})

const baselines = z.object({
  ...baselineFields,
  log: z
    .array(z.object({ from: z.string(), to: z.string().nullable(), setAt: z.int(), by }))
    .openapi({ description: 'Every baseline that was set, newest first; the first applies' }),
})

const newWatch = watchRules.extend({ question })

const watch = watchRules.extend({
  question: z.string(),
  usual: z.object({ perWeek: z.number().nullable(), unhappy: z.number().nullable() }).openapi({
    description: 'Recent answers a week, and the per cent of unhappy ones in the baseline',
  }),
})

/** Routes of a question's baseline, shifts and watch rules. */
export function watchingRoutes(deps: Deps) {
  const { db, now } = deps
  const questionOf = async (id: string, questionId?: string) =>
    findQuestion(deps, await readSurvey(db, id), questionId)
  const watchedOf = async (surveyId: string, questionId?: string) => {
    const { id: question, metric, isMain } = await questionOf(surveyId, questionId)
    return { ...(await readWatched(deps, { surveyId, question, metric })), isMain }
  }
  const watchOf = async (surveyId: string, questionId?: string) => {
    const { isMain, ...watched } = await watchedOf(surveyId, questionId)
    const { rules, usual } = await readRules(db, watched, isMain)
    return { ...rules, question: watched.question, usual }
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/surveys/{id}/shifts', {
        request: { params, query: shiftsQuery },
        responses: answers(shifts, 'The shifts of a score, oldest first, by whole ISO weeks'),
      }),
      async (context) => {
        const { question, ...range } = context.req.valid('query')
        checkOrder(range)
        const watched = await watchedOf(context.req.valid('param').id, question)
        const { from = -Infinity, to = Infinity } = range
        return context.json({
          ...toBaselineFields(watched),
          shifts: watched.shifts
            .filter(({ since, at }) => since <= to && at + 6 >= from)
            .map(({ since, at, onset, direction, size, low, high, score, n }) => ({
              since: isoOf(since),
              at: isoOf(at),
              onset: { from: isoOf(onset.from), to: isoOf(onset.to) },
              direction,
              size,
              low,
              high,
              before: score - size,
              after: score,
              n,
            })),
        })
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/baseline', {
        request: { params, query: questionQuery },
        responses: answers(baselines, 'What the score is compared with, and earlier baselines'),
      }),
      async (context) => {
        const { question } = context.req.valid('query')
        return context.json(toBaselines(await watchedOf(context.req.valid('param').id, question)))
      },
    )
    .openapi(
      route('lead', 'put', '/surveys/{id}/baseline', {
        request: { params, body: jsonBody(newBaseline) },
        responses: answers(
          baselines,
          'The new baseline; without `to` the first weeks since `from` with enough answers',
        ),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const { question, from, to = null } = context.req.valid('json')
        const watched = await watchedOf(id, question)
        await checkBaseline(deps, watched, from, to)
        const event = { from, to, at: now(), by: context.get('actor').name }
        await setBaseline(db, watched, event)
        return context.json(toBaselines(await watchedOf(id, question)))
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/watch', {
        request: { params, query: questionQuery },
        responses: answers(watch, 'The watch of a scored question, by default the main one'),
      }),
      async (context) => {
        const { question } = context.req.valid('query')
        return context.json(await watchOf(context.req.valid('param').id, question))
      },
    )
    .openapi(
      route('lead', 'put', '/surveys/{id}/watch', {
        request: { params, body: jsonBody(newWatch) },
        responses: answers(watch, 'The changed watch'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const { question: questionId, ...rules } = context.req.valid('json')
        const { id: question } = await questionOf(id, questionId)
        await saveWatch(db, { surveyId: id, question }, rules)
        return context.json(await watchOf(id, question))
      },
    )
}

/** @throws InvalidInput for days that aren't over, or have too few answers for comparisons */
async function checkBaseline({ db }: Deps, watched: Watched, from: Day, to: Day | null) {
  const complain = (field: string, message: string) => {
    throw new InvalidInput([{ field, message }])
  }
  if (from > watched.today) complain('from', 'must not be after today')
  if (to === null) return
  checkOrder({ from, to })
  if (to >= watched.today) complain('to', 'must be before today')
  const { n, evidenceLevel } = await scoreOver(db, { ...watched, range: { from, to } })
  if (evidenceLevel !== 'full') complain('to', `must leave 30 answers; these days have ${n}`)
}

function toBaselineFields({ question, metric, baseline, learning }: Watched) {
  const { weeks, answers } = learning
  return {
    question,
    metric,
    baseline: baseline && {
      from: isoOf(baseline.from),
      to: isoOf(baseline.to),
      n: baseline.n,
      score: baseline.score!,
      low: baseline.low!,
      high: baseline.high!,
      setAt: baseline.at,
      by: baseline.by,
    },
    waiting: baseline ? null : { weeks, answers, needs: BASELINE_MINIMUM },
  }
}

function toBaselines(watched: Watched) {
  return {
    ...toBaselineFields(watched),
    log: watched.log.map(({ from, to, at, by }) => ({
      from: isoOf(from),
      to: to === null ? null : isoOf(to),
      setAt: at,
      by,
    })),
  }
}
