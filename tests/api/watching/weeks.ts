import { expect } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { dayFromIso, type Day } from '../../../surveys/days.ts'
import type { TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

export type Shifts = {
  baseline: { from: string; to: string; n: number; setAt: number | null; by: string | null } | null
  waiting: { weeks: number; answers: number } | null
  shifts: {
    since: string
    at: string
    onset: { from: string; to: string }
    direction: string
    size: number
    low: number
    high: number
    n: number
  }[]
}

type Facts = { kind: string } & Record<string, unknown>

export type Alert = {
  id: string
  question: string
  survey: { id: string; name: string }
  facts: Facts
  weeks: { from: string; n: number; score: number | null }[]
}

export const DAY = 86_400_000

/** Monday of the week in which the tests take place, which isn't over. */
export const THIS_WEEK = dayFromIso('2026-11-16')!

export const USUAL = [10, 10, 10, 8, 3]

export const WORSE = [10, 8, 3, 3, 3]

/** Creates a live survey with these answers in each of the weeks before this one. */
export async function withWeeks(app: TestApp, weeks: number[][], times = 8) {
  const survey = await makeSurvey(app.db)
  const first = THIS_WEEK - 7 * weeks.length
  await answer(
    app,
    survey.id,
    weeks.flatMap((scores, at) =>
      Array.from({ length: times }, () =>
        scores.map((score) => [first + 7 * at, score] as const),
      ).flat(),
    ),
  )
  return survey
}

export const answer = (
  app: TestApp,
  surveyId: string,
  given: (readonly [day: Day, score: number])[],
) =>
  Promise.all(
    given.map(([day, score]) =>
      saveResponse(app.db, aResponse(surveyId, { answers: { score }, day })),
    ),
  )

export const calm = (weeks: number) => Array.from({ length: weeks }, () => USUAL)

export const bad = (weeks: number) => Array.from({ length: weeks }, () => WORSE)

export async function read<T>(app: TestApp, path: string): Promise<T> {
  const answer = await app.ask('viewer', `/api/v1${path}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

export const alertsOf = async (app: TestApp) =>
  (await read<{ alerts: Alert[] }>(app, '/alerts')).alerts

export const put = (app: TestApp, path: string, json?: unknown, role: 'lead' | 'viewer' = 'lead') =>
  app.ask(role, `/api/v1${path}`, { method: 'PUT', json })

export const RULES = {
  shift: { on: false },
  share: { on: false, over: 30, days: 14 },
  silence: { on: false, days: 5 },
}
