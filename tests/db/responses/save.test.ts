import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { MOST_VALUES } from '../../../db/scoreboard/segments.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { changeFollowUp } from '../../../db/followUps/changes.ts'
import { countFollowUps } from '../../../db/followUps/counts.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { listResponses } from '../../../db/responses/list.ts'
import { scoresBySegment } from '../../../db/scores/groupScores.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import type { Db } from '../../../db/statements.ts'
import { dayOf } from '../../../surveys/days.ts'
import { Conflict } from '../../../surveys/errors.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

const today = dayOf(NOW, 'Europe/Prague')
const board = (surveyId: string) =>
  ({ surveyId, question: 'score', metric: 'nps', range: { from: today - 30, to: today } }) as const

async function totalOf(db: Db, surveyId: string) {
  return (await scoresByPeriod(db, { ...board(surveyId), by: 'day' })).total
}

it('counts an answer once, however often it is sent', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const response = aResponse(id)
  await saveResponse(db, response)
  await saveResponse(db, response)
  await Promise.all([saveResponse(db, response), saveResponse(db, response)])

  expect(await totalOf(db, id)).toMatchObject({ n: 1, score: 100 })
  expect(await checkScoreboard(db)).toEqual([])
})

it('moves the count when the customer changes the score, and adds the comment', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const response = aResponse(id, { answers: { score: 3 }, complete: false })
  await saveResponse(db, response)
  await saveResponse(db, { ...response, answers: { score: 8, why: 'Fine' }, revision: 2 })

  expect((await totalOf(db, id)).histogram).toMatchObject({ 3: 0, 8: 1 })
  const [row] = await listResponses(db, { surveyId: id, limit: 10 })
  expect(row).toMatchObject({ band: 'neutral', state: 'partial' })
  expect(row!.answers).toContainEqual({ question: 'why', value: null, text: 'Fine' })
  expect(await checkScoreboard(db)).toEqual([])
})

it('ignores an older save that arrives after a newer one', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const response = aResponse(id, { answers: { score: 10, why: 'Great' }, revision: 3 })
  await saveResponse(db, response)
  await saveResponse(db, { ...response, answers: { score: 2 }, revision: 2, complete: false })

  expect((await totalOf(db, id)).histogram).toMatchObject({ 2: 0, 10: 1 })
  expect((await listFollowUps(db, { limit: 10 })).length).toBe(0)
  const [row] = await listResponses(db, { surveyId: id, limit: 10 })
  expect(row!.answers.map(({ question }) => question).sort()).toEqual(['score', 'why'])
  expect(await checkScoreboard(db)).toEqual([])
})

it('opens a case for a low answer at once, due in time', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id, { answers: { score: 6 }, dueAt: NOW + 1000 }))
  await saveResponse(db, aResponse(id, { answers: { score: 7 } }))

  const cases = await listFollowUps(db, { limit: 10 })
  expect(cases.map((each) => each.followUp)).toMatchObject([
    { state: 'new', openedAt: NOW, dueAt: NOW + 1000, ownerId: null },
  ])
  expect(await countFollowUps(db, {}, NOW + 2000)).toMatchObject({
    new: 1,
    overdue: 1,
    unassigned: 1,
  })
})

it('withdraws a follow-up if the score was corrected, and keeps one that somebody took up', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const slip = aResponse(id, { answers: { score: 1 } })
  const taken = aResponse(id, { answers: { score: 2 } })
  await saveResponse(db, slip)
  await saveResponse(db, taken)
  const cases = await listFollowUps(db, { limit: 10 })
  const takenCase = cases.find((each) => each.id === taken.id)!.followUp
  await changeFollowUp(db, takenCase.id, { state: 'contacted' }, { by: 'Lead', now: NOW + 1 })
  await changeFollowUp(db, takenCase.id, { state: 'new' }, { by: 'Lead', now: NOW + 2 })

  await saveResponse(db, { ...slip, answers: { score: 10 }, revision: 2 })
  await saveResponse(db, { ...taken, answers: { score: 10 }, revision: 2 })
  const left = await listFollowUps(db, { limit: 10 })
  expect(left.map((each) => each.followUp.id)).toEqual([takenCase.id])
})

it('groups responses by each of their properties and by language', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id, { properties: { channel: 'chat' }, answers: { score: 10 } }))
  await saveResponse(db, aResponse(id, { properties: { channel: 'mail' }, answers: { score: 0 } }))

  const segments = await scoresBySegment(db, board(id))
  expect(segments.channel).toMatchObject({
    chat: { score: 100, n: 1 },
    mail: { score: -100, n: 1 },
  })
  expect(segments.language).toMatchObject({ en: { n: 2, score: 0 } })
})

it('puts the values beyond the cap under "other", and counts them all', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  await Promise.all(
    Array.from({ length: MOST_VALUES + 50 }, (_, index) =>
      saveResponse(db, aResponse(id, { properties: { order: `order ${index}` } })),
    ),
  )
  const { order } = await scoresBySegment(db, board(id))
  expect(Object.keys(order!).length).toBe(MOST_VALUES + 1)
  expect(order!['']!.n).toBe(50)
  expect((await totalOf(db, id)).n).toBe(MOST_VALUES + 50)
  expect(await checkScoreboard(db)).toEqual([])
})

it('finds a customer by id or by address', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id, { customer: { email: 'Eva@example.com', name: 'Eva' } }))
  await saveResponse(
    db,
    aResponse(id, { customer: { externalId: '77', email: 'eva@example.com' } }),
  )
  await saveResponse(db, aResponse(id, { customer: { externalId: '77' } }))
  await saveResponse(db, aResponse(id, { customer: { name: 'Eva' } }))

  const rows = await listResponses(db, { surveyId: id, limit: 10 })
  expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(3)
  expect(rows.filter(({ customerEmail }) => customerEmail === 'eva@example.com').length).toBe(2)
})
it('stores nothing of a list of statements if one of them fails, and affects no other', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const broken = saveResponse(db, aResponse('no such survey'))
  const fine = saveResponse(db, aResponse(id))
  await expect(broken).rejects.toThrow(Conflict)
  await fine
  expect((await totalOf(db, id)).n).toBe(1)
  expect(await checkScoreboard(db)).toEqual([])
})

it('reports a wrong scoreboard in the doctor', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id))
  const { scoreboard } = await import('../../../db/schema/index.ts')
  await db.orm.update(scoreboard).set({ n9: 5 })
  expect(await checkScoreboard(db)).toEqual([
    expect.stringMatching(/^scoreboard: .*value 9 says 5, the answers say 1$/),
    expect.stringMatching(/^scoreboard: .*value 9 says 5, the answers say 1$/),
  ])
})
