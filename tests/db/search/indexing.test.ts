import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { changeFollowUp } from '../../../db/followUps/changes.ts'
import { logContact } from '../../../db/followUps/contacts.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { addWords } from '../../../db/responses/additions.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { countResponses, listResponses, readResponse } from '../../../db/responses/list.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { countUnindexed, indexChanged } from '../../../db/search/indexing.ts'
import { findResponses } from '../../../db/search/matching.ts'
import { DAY } from '../../../surveys/durations.ts'
import { searchTerms } from '../../../surveys/search/searchTerms.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import type { Db } from '../../../db/statements.ts'

const find = (db: Db, surveyId: string, text: string) =>
  countResponses(db, {
    surveyId,
    search: { terms: searchTerms(text, { seesPersonal: true }), number: null },
  })

it('finds what was edited, added or learnt about the customer since, and nothing else', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const first = aResponse(id, {
    answers: { score: 3, why: 'slow' },
    customer: { externalId: '1' },
    customerVerified: true,
  })
  await saveResponse(db, first)
  await indexChanged(db)
  await saveResponse(db, { ...first, revision: 2, answers: { score: 3, why: 'rude' } })
  await addWords(db, first.id, { text: 'called twice', now: NOW })
  await saveResponse(
    db,
    aResponse(id, { customer: { externalId: '1', name: 'Vera' }, customerVerified: true }),
  )
  expect(await countUnindexed(db)).toBeGreaterThan(0)
  expect(await checkScoreboard(db)).toEqual([])
  await indexChanged(db)
  expect(await countUnindexed(db)).toBe(0)

  expect(await find(db, id, 'slow')).toBe(0)
  expect(await find(db, id, 'rude twice vera')).toBe(1)
  expect(await find(db, id, 'vera')).toBe(2)
  expect(await checkScoreboard(db)).toEqual([])
})

it('keeps the order of time when the time of an answer changes', async () => {
  const db = await makeDatabase()
  const { id } = await makeSurvey(db)
  const later = aResponse(id, { answers: { score: 1, why: 'late' }, answeredAt: NOW + 5 })
  const opened = aResponse(id, {
    answers: { score: 2, why: 'late' },
    exclusion: { state: 'unconfirmed' },
  })
  await saveResponse(db, opened)
  await saveResponse(db, later)
  await indexChanged(db)
  const { exclusion: _, ...confirmed } = opened
  await saveResponse(db, { ...confirmed, answeredAt: NOW + 9 })
  await indexChanged(db)
  const search = { terms: searchTerms('late', { seesPersonal: true }), number: null }
  const rows = await listResponses(db, { surveyId: id, search, limit: 9 })
  expect(rows.map((row) => row.id)).toEqual([opened.id, later.id])
})

it('leaves no word of an erased response in the file', async () => {
  const file = temporaryFile()
  const db = await makeDatabase(file)
  const { id } = await makeSurvey(db)
  const erased = aResponse(id, {
    answers: { score: 3, why: 'xylophonic grievance' },
    customer: { name: 'Quetzalina', email: 'q@example.com' },
  })
  await saveResponse(db, aResponse(id, { answers: { score: 3, why: 'ordinary grievance' } }))
  await saveResponse(db, erased)
  const cases = await listFollowUps(db, { limit: 9 })
  const { followUp } = cases.find((each) => each.id === erased.id)!
  const doing = { by: 'Ada', now: NOW }
  await changeFollowUp(db, followUp.id, { note: 'Vouchersaurus sent' }, doing)
  await changeFollowUp(
    db,
    followUp.id,
    { note: 'Refundosaurus sent' },
    { ...doing, now: NOW + DAY },
  )
  await logContact(db, followUp.id, { channel: 'phone', at: NOW, text: 'Telephonosaurus' }, doing)
  await indexChanged(db)
  expect(await find(db, id, 'xylo')).toBe(1)
  for (const word of ['vouchersaurus', 'refundosaurus', 'telephonosaurus', 'ada'])
    expect(await find(db, id, word)).toBe(0)
  const onDesk = async (text: string) => {
    const terms = searchTerms(text, { seesPersonal: true, seesNotes: true })
    return findResponses(db, { terms, number: null }, undefined)
  }
  const { no } = await readResponse(db, erased.id)
  for (const words of ['vouchers', 'refundosaurus xylophonic', 'telephonosaurus'])
    expect(await onDesk(words)).toEqual({ numbers: [no] })
  expect(await checkScoreboard(db)).toEqual([])
  await eraseResponse(db, erased.id, NOW)
  expect(await find(db, id, 'xylo')).toBe(0)
  expect(await onDesk('refundosaurus')).toEqual({ numbers: [] })
  expect(await find(db, id, 'grievance')).toBe(1)
  await indexChanged(db)
  expect(await checkScoreboard(db)).toEqual([])
  await db.close()

  const bytes = readFileSync(file).toString('latin1').toLowerCase()
  expect(bytes).toContain('ordinary')
  for (const word of ['xylo', 'quetzal', 'hylophonic', 'osaurus']) expect(bytes).not.toContain(word)
})
