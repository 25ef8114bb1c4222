import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { pauseSurvey } from '../../../db/surveys/surveys.ts'
import { dayFromIso, startOf } from '../../../surveys/days.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

type Score = { n: number; score: number | null }
type Overview = {
  surveys: {
    survey: { id: string; slug: string; answers: number }
    now: Score
    before: Score
    trend: Score[]
  }[]
  needs: object
}

const read = async (app: TestApp) =>
  (await (await app.ask('viewer', '/api/v1/overview')).json()) as Overview

/** Saves an answer at noon of a day. */
async function answerOn({ db }: TestApp, surveyId: string, iso: string, score = 10) {
  const day = dayFromIso(iso)!
  const answeredAt = startOf(day, 'Europe/Prague') + 12 * 3_600_000
  await saveResponse(db, aResponse(surveyId, { answers: { score }, answeredAt, day }))
}

it('compares the last 30 days with the 30 before, and counts open cases', async () => {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  await answerOn(app, id, '2026-11-19')
  await answerOn(app, id, '2026-10-01', 2)
  const { surveys, needs } = await read(app)
  expect(needs).toEqual({ new: 1, overdue: 1, unowned: 1 })
  expect(surveys).toMatchObject([
    { survey: { id, answers: 2 }, now: { n: 1, score: 100 }, before: { n: 1, score: -100 } },
  ])
  expect(surveys[0]!.trend).toHaveLength(27)
})

it('lists live surveys with recent answers first, and empty ones last', async () => {
  const app = await makeApp()
  const slugs = ['empty', 'earlier', 'paused', 'live']
  const [, earlier, paused, live] = await Promise.all(slugs.map((slug) => makeSurvey(app.db, slug)))
  await answerOn(app, earlier!.id, '2026-08-03')
  await answerOn(app, paused!.id, '2026-11-19')
  await answerOn(app, live!.id, '2026-11-19')
  await pauseSurvey(app.db, paused!.id, NOW)
  const { surveys } = await read(app)
  expect(surveys.map(({ survey }) => survey.slug)).toEqual(slugs.toReversed())
})
