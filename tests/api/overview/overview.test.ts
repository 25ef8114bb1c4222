import { expect, it } from 'vitest'
import { response } from '../../../db/schema/index.ts'
import { indexChanged } from '../../../db/search/indexing.ts'
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
  firstSteps: Record<string, boolean> | null
  comments: { answers: { text: string | null }[] }[]
}

const read = async (app: TestApp, role: 'viewer' | 'admin' = 'viewer') =>
  (await (await app.ask(role, '/api/v1/overview')).json()) as Overview

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

it('counts answers that look automatic, by survey, until they are reviewed', async () => {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  await answerOn(app, id, '2026-11-19')
  for (const spamReason of ['flood', 'pace', 'honeypot'] as const)
    await saveResponse(app.db, aResponse(id, { exclusion: { state: 'suspected', spamReason } }))
  expect((await read(app)).surveys).toMatchObject([{ suspected: 2, now: { n: 1 } }])
  await app.db.orm.update(response).set({ spamReason: 'person' })
  expect((await read(app)).surveys).toMatchObject([{ suspected: 0 }])
})

it('shows the five newest comments of all surveys, without names', async () => {
  const app = await makeApp()
  const surveys = [await makeSurvey(app.db), await makeSurvey(app.db, 'after-delivery')]
  const texts = ['one', 'two', 'three', 'four', 'five', 'six']
  for (const [at, why] of texts.entries())
    await saveResponse(
      app.db,
      aResponse(surveys[at % 2]!.id, {
        answers: { score: 9, why },
        answeredAt: NOW - 60_000 * at,
        customerVerified: true,
        customer: { externalId: `customer-${at}`, name: 'Ada' },
      }),
    )
  await saveResponse(app.db, aResponse(surveys[0]!.id, { answers: { score: 10 } }))
  await indexChanged(app.db)
  const { comments } = await read(app)
  expect(comments.map(({ answers }) => answers.at(-1)!.text)).toEqual(texts.slice(0, 5))
  expect(JSON.stringify(comments)).not.toMatch(/Ada|customer-/)
})

it('tells admins which first steps are done, as far as the server can verify them', async () => {
  const app = await makeApp()
  const { firstSteps: before } = await read(app, 'admin')
  expect(before).toMatchObject({ survey: false, answer: false })
  const { id } = await makeSurvey(app.db)
  expect((await read(app, 'admin')).firstSteps).toMatchObject({ survey: true, answer: false })
  await answerOn(app, id, '2026-11-19')
  expect((await read(app, 'admin')).firstSteps).toMatchObject({ survey: true, answer: true })
  expect((await read(app)).firstSteps).toBeNull()
})
