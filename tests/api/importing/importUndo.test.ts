import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  importLines,
  isWorkedOn,
  previewUndo,
  undo,
  undoLines,
} from '../../../api/importing/undo.ts'
import { addWords } from '../../../db/responses/additions.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { changeFollowUp } from '../../../db/followUps/changes.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { customer, followUp, scoreboard } from '../../../db/schema/index.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { finishUndoing } from '../../../db/importing/undoing.ts'
import { NOW } from '../../support/clock.ts'
import { importing } from '../../support/importing.ts'
import { aResponse } from '../../support/surveys.ts'

const DAY = 86_400_000
const today = new Date(NOW).toISOString().slice(0, 10)

/** `n` rows: every third is low, seven customers share them, and each has a market. */
const rows = (n: number, prefix = 'r') =>
  `response_id,score,date,email,market\n${Array.from({ length: n }, (_, at) => `${prefix}${at},${at % 3 ? 9 : 2},${today},${prefix}${at % 7}@example.com,${at % 2 ? 'US' : 'UK'}\n`).join('')}`

/** Creates a survey with an answer of its own, and then imports into it. */
async function imported(text = rows(30)) {
  const brought = await importing()
  const { db, world, survey } = brought
  const own = aResponse(survey.id, {
    answers: { score: 3 },
    answeredAt: NOW - DAY,
    customer: { email: 'own@example.com' },
    properties: { channel: 'chat' },
  })
  await saveResponse(db, own)
  const state = async () => ({
    responses: (await brought.list()).map(({ id }) => id),
    cases: (await listFollowUps(db, { limit: 100 })).map(({ id }) => id),
    customers: (await db.orm.select().from(customer)).map(({ email }) => email),
    n: (
      await scoresByPeriod(db, {
        surveyId: survey.id,
        question: 'score',
        metric: 'nps',
        range: { from: 0, to: 30_000 },
        by: 'month',
      })
    ).total.n,
  })
  const before = await state()
  const report = await brought.bring(text)
  const takeBack = async (progress?: (deleted: number) => void) =>
    undo(world, await previewUndo(world, report.id), progress)
  return { ...brought, own, state, before, report, takeBack }
}

describe('an import that is undone', () => {
  it('leaves everything as it was before, and can be imported again', async () => {
    const { db, bring, state, before, report, takeBack } = await imported()
    expect(report).toMatchObject({ stored: 30, followUps: 10 })
    expect((await state()).n).toBe(31)

    await takeBack()
    expect(await state()).toEqual(before)
    expect(await checkScoreboard(db)).toEqual([])
    expect(await db.orm.select().from(followUp)).toHaveLength(1)
    const days = await db.orm.select({ day: scoreboard.day }).from(scoreboard)
    expect(new Set(days.map(({ day }) => day)).size).toBe(1)

    expect(await bring(rows(30))).toMatchObject({ stored: 30, existing: 0, followUps: 10 })
    expect((await state()).n).toBe(31)
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('stops counting at once, and resumes after an interruption', async () => {
    const { db, world, state, before, report, takeBack } = await imported(rows(4_500))
    const stop = () => {
      throw new Error('killed')
    }
    await expect(takeBack(stop)).rejects.toThrow('killed')
    expect(await state()).toMatchObject({ responses: before.responses, cases: before.cases, n: 1 })
    expect(await checkScoreboard(db)).toEqual([])

    expect(undoLines(await previewUndo(world, report.id))).toEqual([
      'answers.csv was undone before; the rest of it is deleted now.',
    ])
    await takeBack()
    expect(await state()).toEqual(before)
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('is finished by the next import if it was interrupted', async () => {
    const { db, bring, state, takeBack } = await imported(rows(4_500))
    const stop = () => {
      throw new Error('killed')
    }
    await expect(takeBack(stop)).rejects.toThrow('killed')
    expect(await bring(rows(4_500))).toMatchObject({ stored: 4_500, existing: 0 })
    expect((await state()).n).toBe(4_501)
    expect(await checkScoreboard(db)).toEqual([])
  }, 30_000)

  it('keeps customers who have other data, until that is deleted as well', async () => {
    const { db, world, survey, bring, takeBack } = await imported(rows(7, 'a'))
    const emails = async () =>
      (await db.orm.select().from(customer)).map(({ email }) => email!).toSorted()
    await saveResponse(db, aResponse(survey.id, { customer: { email: 'a0@example.com' } }))
    const second = await bring(
      `response_id,score,date,email\nb1,9,${today},a1@example.com\nb2,9,${today},a2@example.com\n`,
    )
    await takeBack()
    expect(await emails()).toEqual([
      'a0@example.com',
      'a1@example.com',
      'a2@example.com',
      'own@example.com',
    ])
    await undo(world, await previewUndo(world, second.id))
    expect(await emails()).toEqual(['a0@example.com', 'own@example.com'])
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('keeps erased responses erased, even if the file is imported again', async () => {
    const { db, bring, list, own, takeBack } = await imported()
    const erased = (await list()).find(({ id }) => id !== own.id)!
    await eraseResponse(db, erased.id, NOW)
    await takeBack()
    expect(await bring(rows(30))).toMatchObject({ stored: 29, existing: 1 })
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('leaves no groups behind', async () => {
    const { db, survey, takeBack, bring } = await imported()
    await takeBack()
    const left = await db.orm.values<[string]>(
      sql`select distinct property from segment where property <> '' order by 1`,
    )
    expect(left.flat()).toEqual(['channel', 'language'])
    await saveResponse(db, aResponse(survey.id, { properties: { market: 'US' } }))
    expect(await bring(rows(30))).toMatchObject({ stored: 30 })
    expect(await checkScoreboard(db)).toEqual([])
  })
})

describe('before an import is undone', () => {
  it('a preview says what will be deleted, and what people have added to it', async () => {
    const { db, world, report, list, own } = await imported()
    expect(isWorkedOn(await previewUndo(world, report.id))).toBe(false)

    const [one, two] = (await listFollowUps(db, { limit: 100 })).filter(({ id }) => id !== own.id)
    await changeFollowUp(db, one!.followUp.id, { note: 'Called' }, { by: 'Lea', now: NOW })
    await changeFollowUp(db, two!.followUp.id, { state: 'resolved' }, { by: 'Lea', now: NOW })
    const happy = (await list()).find(({ band }) => band === 'happy')!
    await addWords(db, happy.id, { text: 'One more thing', now: NOW })

    const seen = await previewUndo(world, report.id)
    expect(isWorkedOn(seen)).toBe(true)
    expect(undoLines(seen)).toEqual([
      'answers.csv, imported into "bank": 30 responses and 10 cases will be deleted.',
      '2 cases with notes or changes by your team will be deleted, too.',
      '1 response to which customers added words will be deleted, too.',
    ])
  })

  it('it has to exist', async () => {
    const { world } = await imported()
    await expect(previewUndo(world, 'nope')).rejects.toThrow('there is no import "nope"; --list')
  })
})

it('lists all imports, including undone ones', async () => {
  const { world, bring, report, takeBack, db } = await imported()
  const second = await bring(rows(31))
  await takeBack()
  await finishUndoing(db)
  const lines = await importLines(world)
  expect(lines).toHaveLength(2)
  const lineOf = (id: string) => lines.find((line) => line.startsWith(`${id}  `))
  expect(lineOf(second.id)).toMatch(/bank {2}answers.csv: 1 stored of 31 rows$/)
  expect(lineOf(report.id)).toMatch(/30 stored of 30 rows, undone 20\d\d-/)
})
