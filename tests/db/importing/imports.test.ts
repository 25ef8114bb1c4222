import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { countFollowUps } from '../../../db/followUps/counts.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import {
  countStaged,
  discardImports,
  finishImports,
  importedHistogram,
  startImport,
} from '../../../db/importing/imports.ts'
import { findImportedRows } from '../../../db/importing/importedRows.ts'
import { newId } from '../../../db/ids.ts'
import type { Db } from '../../../db/statements.ts'
import { listResponses } from '../../../db/responses/list.ts'
import { customer, importRun, response } from '../../../db/schema/index.ts'
import { scoresBySegment } from '../../../db/scores/groupScores.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { stageResponses } from '../../../db/importing/staging.ts'
import { dayOf } from '../../../surveys/days.ts'
import { Conflict } from '../../../surveys/errors.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase } from '../../support/database.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

const today = dayOf(NOW, 'Europe/Prague')
const board = (surveyId: string) =>
  ({ surveyId, question: 'score', metric: 'nps', range: { from: today, to: today } }) as const

async function begin(db: Db, surveyId: string): Promise<string> {
  const id = newId(NOW)
  await startImport(db, { id, surveyId, fileName: 'answers.csv', now: NOW })
  return id
}

function finish(db: Db, id: string, staged: number) {
  return finishImports(db, [
    { id, definition, rows: staged, staged, timeZone: 'Europe/Prague', now: NOW },
  ])
}

async function totalOf(db: Db, surveyId: string) {
  return (await scoresByPeriod(db, { ...board(surveyId), by: 'day' })).total
}

it('counts and lists nothing until an import is finished, then all of it at once', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const run = await begin(db, id)
  const rows = [2, 9, 10].map((score) =>
    aResponse(id, { answers: { score }, properties: { channel: 'chat' }, source: 'import' }),
  )
  await stageResponses(db, run, rows)

  expect(await totalOf(db, id)).toMatchObject({ n: 0 })
  expect(await listResponses(db, { surveyId: id, limit: 10 })).toEqual([])
  expect(await listFollowUps(db, { limit: 10 })).toEqual([])
  expect(await countStaged(db, run)).toBe(3)
  expect(await checkScoreboard(db)).toEqual([])

  await finish(db, run, 3)
  expect(await totalOf(db, id)).toMatchObject({ n: 3, bands: { unhappy: 1, happy: 2 } })
  expect((await scoresBySegment(db, board(id))).channel!.chat).toMatchObject({ n: 3 })
  expect(await listResponses(db, { surveyId: id, limit: 10 })).toHaveLength(3)
  expect(await importedHistogram(db, run, 'score')).toEqual({ 2: 1, 9: 1, 10: 1 })
  expect(await checkScoreboard(db)).toEqual([])
})

it('opens a follow-up for each low answer, and none of them is late', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const run = await begin(db, id)
  const answeredAt = NOW - 400 * 86_400_000
  const low = aResponse(id, { answers: { score: 0 }, answeredAt, source: 'import' })
  await stageResponses(db, run, [low, aResponse(id, { answers: { why: 'No score' } })])
  await finish(db, run, 2)

  const cases = await listFollowUps(db, { limit: 10 })
  expect(cases).toHaveLength(1)
  expect(cases[0]!.followUp).toMatchObject({ state: 'new', dueAt: null, openedAt: answeredAt })
  expect(await countFollowUps(db, {}, NOW)).toMatchObject({ new: 1, overdue: 0 })
})

it('adds to the existing scoreboard', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id, { answers: { score: 9 } }))
  const run = await begin(db, id)
  await stageResponses(db, run, [aResponse(id, { answers: { score: 9 } })])
  await finish(db, run, 1)

  expect((await totalOf(db, id)).histogram).toMatchObject({ 9: 2 })
  expect(await checkScoreboard(db)).toEqual([])
})

it('keeps an existing response, and returns its content', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const there = aResponse(id, { answers: { score: 9 } })
  await saveResponse(db, there)
  const run = await begin(db, id)
  await stageResponses(db, run, [{ ...there, answers: { score: 1 } }])

  expect(await countStaged(db, run)).toBe(0)
  const found = await findImportedRows(db, id, { keys: [], ids: [there.id, newId(NOW)] })
  expect([...found.keys()]).toEqual([there.id])
  expect(found.get(there.id)!.answers).toMatchObject([{ question: 'score', value: 9 }])
  await finish(db, run, 0)
  expect((await totalOf(db, id)).histogram).toMatchObject({ 1: 0, 9: 1 })
  expect(await checkScoreboard(db)).toEqual([])
})

it('finds known customers, and prefers the file over links', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id, { customer: { email: 'ann@example.com', name: 'Ann' } }))
  const run = await begin(db, id)
  const from = (given: object) => aResponse(id, { customer: given })
  await stageResponses(db, run, [
    from({ email: 'Ann@Example.com', name: 'Annie', externalId: 'c1' }),
    from({ name: 'Ann' }),
    from({ name: 'Ann' }),
  ])
  await finish(db, run, 3)

  const people = await db.orm
    .select({ email: customer.email, name: customer.name, externalId: customer.externalId })
    .from(customer)
  expect(people).toHaveLength(3)
  expect(people).toContainEqual({ email: 'ann@example.com', name: 'Annie', externalId: 'c1' })
})

it('removes what an unfinished import left', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const kept = aResponse(id, { customer: { email: 'kept@example.com' } })
  await saveResponse(db, kept)
  const finished = await begin(db, id)
  await stageResponses(db, finished, [aResponse(id)])
  await finish(db, finished, 1)
  const broken = await begin(db, id)
  await stageResponses(db, broken, [aResponse(id, { customer: { email: 'gone@example.com' } })])

  await discardImports(db, [broken])

  expect(await countStaged(db, broken)).toBe(0)
  expect(await totalOf(db, id)).toMatchObject({ n: 2 })
  expect(await db.orm.select({ email: customer.email }).from(customer)).toEqual([
    { email: 'kept@example.com' },
  ])
  expect(await db.orm.select({ id: importRun.id }).from(importRun)).toEqual([{ id: finished }])
  expect(await checkScoreboard(db)).toEqual([])
})

it('stores nothing if some staged rows were deleted meanwhile', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const run = await begin(db, id)
  const [first, second] = [aResponse(id), aResponse(id)]
  await stageResponses(db, run, [first, second])
  await db.orm.delete(response).where(eq(response.id, first.id))

  await expect(finish(db, run, 2)).rejects.toThrow(Conflict)
  expect(await totalOf(db, id)).toMatchObject({ n: 0 })
  expect(await countStaged(db, run)).toBe(1)
  expect(await checkScoreboard(db)).toEqual([])
})

it('finishes several imports together or none of them', async () => {
  const db = await makeDatabase()
  const [one, other] = [await makeSurvey(db, 'one'), await makeSurvey(db, 'other')]
  const runs = [await begin(db, one.id), await begin(db, other.id)]
  await stageResponses(db, runs[0]!, [aResponse(one.id)])
  await stageResponses(db, runs[1]!, [aResponse(other.id)])
  const both = (staged: number) =>
    finishImports(
      db,
      runs.map((id) => ({
        id,
        definition,
        rows: staged,
        staged,
        timeZone: 'Europe/Prague',
        now: NOW,
      })),
    )

  await expect(both(2)).rejects.toThrow(Conflict)
  expect((await totalOf(db, one.id)).n + (await totalOf(db, other.id)).n).toBe(0)
  await both(1)
  expect((await totalOf(db, one.id)).n + (await totalOf(db, other.id)).n).toBe(2)
  expect(await checkScoreboard(db)).toEqual([])
})
