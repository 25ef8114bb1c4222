import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { storeImport } from '../../../api/importing/importing.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { startImport } from '../../../db/importing/imports.ts'
import { customer, importRun } from '../../../db/schema/index.ts'
import { stageResponses } from '../../../db/importing/staging.ts'
import { NOW } from '../../support/clock.ts'
import { importing } from '../../support/importing.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

const FILE = 'response_id,score,date,email\nr1,2,2026-10-01,ann@example.com\n'

/** Begins an import into another survey, by a process that has staged one response. */
async function begun(runner: string, aliveAt = NOW) {
  const made = await importing()
  const { db } = made
  const other = await makeSurvey(db, 'other')
  await startImport(db, {
    id: '0-first',
    surveyId: other.id,
    fileName: 'big.csv',
    now: NOW,
    runner,
  })
  await db.orm.update(importRun).set({ aliveAt }).where(eq(importRun.id, '0-first'))
  const staged = { ...aResponse(other.id), definition, source: 'import' as const }
  await stageResponses(db, '0-first', [staged])
  const runs = () => db.orm.select({ fileName: importRun.fileName }).from(importRun)
  return { ...made, runs }
}

const gone = async () => {
  const child = spawn(process.execPath, ['--version'])
  await once(child, 'exit')
  return child.pid!
}

it('is refused while another import runs, even into another survey', async () => {
  for (const runner of [`${process.pid}@${hostname()}`, '1@another-machine']) {
    const { world, preview, runs, list, db } = await begun(runner)
    const seen = await preview(FILE)
    await expect(storeImport(world, seen)).rejects.toThrow('“big.csv” is being imported right now')
    expect(await runs()).toEqual([{ fileName: 'big.csv' }])
    expect(await list()).toEqual([])
    expect(await checkScoreboard(db)).toEqual([])
  }
})

it('deletes what a dead process left at once, and what another machine left after a while', async () => {
  for (const [runner, aliveAt] of [
    [`${await gone()}@${hostname()}`, NOW],
    ['1@another-machine', NOW - 61_000],
  ] as const) {
    const { bring, runs, db } = await begun(runner, aliveAt)
    expect(await bring(FILE)).toMatchObject({ stored: 1 })
    expect(await runs()).toEqual([{ fileName: 'answers.csv' }])
    expect(await checkScoreboard(db)).toEqual([])
  }
})

it('keeps the opt-out of a customer that came during an interrupted import', async () => {
  const { db, bring } = await begun(`${await gone()}@${hostname()}`)
  const { id } = await makeSurvey(db, 'asked')
  const own = aResponse(id, { customer: { externalId: '4711' }, customerVerified: true })
  await saveResponse(db, own)
  await db.orm.update(customer).set({ optedOutAt: NOW })
  await eraseResponse(db, own.id, NOW)
  await bring(FILE)
  expect(await db.orm.select({ id: customer.externalId }).from(customer)).toContainEqual({
    id: '4711',
  })
})
