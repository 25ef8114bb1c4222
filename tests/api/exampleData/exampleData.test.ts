import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Deps } from '../../../api/base/deps.ts'
import { loadExampleData, removeExampleData } from '../../../api/exampleData/load.ts'
import { watchSurveys } from '../../../api/jobs/watch.ts'
import { listAlerts } from '../../../db/watching/alerts.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { countFollowUps } from '../../../db/followUps/counts.ts'
import { listFollowUps, readFollowUp } from '../../../db/followUps/followUps.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Db } from '../../../db/statements.ts'
import { listResponses } from '../../../db/responses/list.ts'
import { customer } from '../../../db/schema/index.ts'
import { scoresBySegment } from '../../../db/scores/groupScores.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { listSurveys } from '../../../db/surveys/surveys.ts'
import { dayOf } from '../../../surveys/days.ts'
import { Conflict } from '../../../surveys/errors.ts'
import { scoredQuestions } from '../../../surveys/definition.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { sharedFile } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

const DAY = 86_400_000
const today = dayOf(NOW, 'Europe/Prague')

/** Builds a query for `scoresByPeriod` on an example survey, between two numbers of days ago. */
async function query(db: Db, slug: string, from: number, to: number) {
  const survey = (await listSurveys(db)).find((each) => each.slug === slug)!
  const { id: question, metric } = scoredQuestions(survey.draft)[0]!
  return { surveyId: survey.id, question, metric, range: { from: today - from, to: today - to } }
}

async function scoreOver(db: Db, slug: string, from: number, to: number) {
  const { total } = await scoresByPeriod(db, { ...(await query(db, slug, from, to)), by: 'month' })
  return total
}

// Loaded once, since most tests only read it and loading takes longer than they do.
const file = sharedFile()
let db: Db
let deps: Deps
beforeAll(async () => {
  db = await openDatabase(file)
  ;({ deps } = await makeApp({ db }))
  await loadExampleData(deps)
})
afterAll(() => db.close())

it('loads three live surveys with eighteen months of answers, all of them counted', async () => {
  const surveys = await listSurveys(db)
  expect(surveys.map(({ slug }) => slug).toSorted()).toEqual([
    'example-after-delivery',
    'example-after-return',
    'example-after-support',
  ])
  expect(surveys.every(({ example, state }) => example && state === 'live')).toBe(true)
  const totals = await Promise.all(surveys.map(({ slug }) => scoreOver(db, slug, 548, 0)))
  const all = totals.reduce((sum, { n }) => sum + n, 0)
  expect(all).toBeGreaterThan(8_500)
  expect(all).toBeLessThan(9_500)
  expect(await checkScoreboard(db)).toEqual([])
})

it('contains a bad release, a better carrier and an easier return, which the charts show', async () => {
  const before = await scoreOver(db, 'example-after-support', 300, 149)
  const during = await scoreOver(db, 'example-after-support', 147, 121)
  const after = await scoreOver(db, 'example-after-support', 119, 0)
  expect(during.high!).toBeLessThan(before.low!)
  expect(during.high!).toBeLessThan(after.low!)
  const carriers = async (from: number, to: number) =>
    (
      await scoresBySegment(db, {
        ...(await query(db, 'example-after-delivery', from, to)),
        property: 'carrier',
      })
    ).carrier!
  expect((await carriers(548, 76)).Pigeon!.high!).toBeLessThan(
    (await carriers(548, 76)).Swift!.low!,
  )
  expect((await carriers(74, 0)).Pigeon!.score!).toBeGreaterThan(70)
  const hard = await scoreOver(db, 'example-after-return', 548, 241)
  const easy = await scoreOver(db, 'example-after-return', 239, 0)
  expect(easy.low!).toBeGreaterThan(hard.high!)
})

it('raises one alert, about the strike that is still going on', async () => {
  await watchSurveys(deps)

  const alerts = await listAlerts(db)
  expect(alerts.map(({ survey, facts }) => [survey.name, facts])).toMatchObject([
    ['Example: after a delivery', { kind: 'shift', direction: 'down' }],
  ])
})

it('is the same whenever it is loaded on the same day', async () => {
  const other = await makeApp()
  await loadExampleData(other.deps)

  const told = async (db: Db) => {
    const { surveyId } = await query(db, 'example-after-support', 0, 0)
    const rows = await listResponses(db, { surveyId, limit: 100 })
    return rows.map(({ answers, properties, customerName, answeredAt }) => ({
      answers,
      properties,
      customerName,
      answeredAt,
    }))
  }
  expect(await told(db)).toEqual(await told(other.db))
}, 30_000)

it('lets customers write in six languages, in many words of their own', async () => {
  const surveyIds = (await listSurveys(db)).map(({ id }) => id)
  const written = new Map<string, Set<string>>()
  for (const surveyId of surveyIds)
    for (const { language, answers } of await listResponses(db, { surveyId, limit: 5_000 }))
      for (const { text } of answers)
        if (text) written.set(language!, (written.get(language!) ?? new Set()).add(text))
  expect([...written.keys()].toSorted()).toEqual(['cs', 'de', 'en', 'he', 'pl', 'sk'])
  for (const comments of written.values()) {
    expect(comments.size).toBeGreaterThan(30)
    for (const comment of comments) expect(comment).not.toMatch(/^[fm]: |\{n\}/)
  }
})

it('leaves old cases closed and only recent ones overdue', async () => {
  const old = await countFollowUps(db, { until: NOW - 21 * DAY }, NOW)
  expect(old).toMatchObject({ new: 0, overdue: 0 })
  expect(old.resolved).toBeGreaterThan(5 * (old.contacted + old.dismissed))
  const recent = await countFollowUps(db, { since: NOW - 21 * DAY }, NOW)
  for (const state of ['new', 'contacted', 'resolved', 'overdue'] as const)
    expect(recent[state]).toBeGreaterThan(0)
  const [resolved] = await listFollowUps(db, { state: 'resolved', limit: 1 })
  const { timeline } = await readFollowUp(db, resolved!.followUp.id)
  expect(timeline.map(({ text }) => text)).toContain('resolved')
})

it('refuses to load twice', async () => {
  await expect(loadExampleData(deps)).rejects.toThrow(Conflict)
  expect(await listSurveys(db)).toHaveLength(3)
})

it('is removed without a trace, and leaves everything else alone', async () => {
  const { db, deps } = await makeApp()
  const { id } = await makeSurvey(db)
  await loadExampleData(deps)
  const { surveyId } = await query(db, 'example-after-support', 0, 0)
  const examples = await listResponses(db, { surveyId, limit: 50 })
  const email = examples.find(({ customerEmail }) => customerEmail)!.customerEmail!
  await saveResponse(db, aResponse(id, { customer: { email } }))

  await removeExampleData(deps)

  expect((await listSurveys(db)).map((survey) => survey.id)).toEqual([id])
  expect(await listResponses(db, { surveyId, limit: 50 })).toEqual([])
  const [left] = await listResponses(db, { surveyId: id, limit: 50 })
  expect(left!.customerEmail).toBe(email)
  expect(await db.orm.select({ email: customer.email }).from(customer)).toEqual([{ email }])
  expect(await listFollowUps(db, { limit: 50 })).toEqual([])
  expect(await checkScoreboard(db)).toEqual([])
  await loadExampleData(deps)
  expect(await listSurveys(db)).toHaveLength(4)
}, 30_000)
