import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { changeFollowUp } from '../../../db/followUps/changes.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { countResponses } from '../../../db/responses/list.ts'
import { importRun } from '../../../db/schema/index.ts'
import { run, start } from '../../support/command.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { makeSurvey } from '../../support/surveys.ts'

/**
 * Creates a database with the survey "bank", a file with this many rows from today, and the command for
 * them.
 */
async function importing(rows: number) {
  const DATABASE_URL = temporaryFile()
  const db = await makeDatabase(DATABASE_URL)
  const survey = await makeSurvey(db, 'bank')
  const today = new Date().toISOString().slice(0, 10)
  const file = temporaryFile('answers.csv')
  const lines = Array.from({ length: rows }, (_, at) => `r${at},${at % 11},${today},c${at}@a.test`)
  writeFileSync(file, `response_id,score,date,email\n${lines.join('\n')}\n`)
  const command = (...args: string[]) => run('import', args, { DATABASE_URL })
  const bring = (...args: string[]) => command('--survey', 'bank', '--file', file, ...args)
  const responses = () => countResponses(db, { surveyId: survey.id })
  const idOf = ({ out }: { out: string }) => /--undo (\S+)/.exec(out)![1]!
  return { DATABASE_URL, db, bring, command, responses, idOf }
}

it('prints how many cases it opens, lists imports and undoes one', async () => {
  const { db, bring, command, responses, idOf } = await importing(22)
  const dry = await bring('--dry-run', '--cases', 'none')
  expect(dry.out).toContain('Cases: 0 will be opened for low answers; 14 low answers open none')
  const imported = await bring()
  expect(imported.out).toContain('Cases: 14 will be opened for low answers')
  expect(imported.out).toContain('Cases:        14')
  const id = idOf(imported)
  expect((await command('--list')).out).toContain(`${id}  `)

  const [first] = await listFollowUps(db, { limit: 1 })
  await changeFollowUp(db, first!.followUp.id, { note: 'Called' }, { by: 'Lea', now: Date.now() })
  const asked = await command('--undo', id)
  expect(asked.code).toBe(1)
  expect(asked.out).toContain('1 case with notes or changes by your team')
  expect(asked.errors).toContain('Add --yes')
  expect(await responses()).toBe(22)

  expect(await command('--undo', id, '--yes')).toMatchObject({ code: 0 })
  expect(await responses()).toBe(0)
  expect((await command('--list')).out).toContain('undone')
  expect((await command('--undo', 'nope')).errors).toContain('there is no import "nope"')
  const absent = await command('--survey', 'bank', '--file', 'absent.csv')
  expect(absent.errors).toMatch(/^there is no file \/\S+\/absent\.csv$/m)
  expect((await bring('--cases', 'some')).errors).toContain('--cases takes recent, all, none')
  expect(await checkScoreboard(db)).toEqual([])
}, 90_000)

it('counts nothing of an import once its undoing began, even if the process is killed', async () => {
  const { DATABASE_URL, db, bring, command, responses, idOf } = await importing(9_000)
  const id = idOf(await bring())
  const child = start('import', ['--undo', id], { DATABASE_URL })
  const exited = once(child, 'exit')
  await vi.waitUntil(async () => (await db.orm.select().from(importRun))[0]!.undoneAt !== null, {
    timeout: 30_000,
    interval: 1,
  })
  child.kill('SIGKILL')
  await exited
  expect(await responses()).toBe(0)
  expect(await checkScoreboard(db)).toEqual([])

  expect(await command('--undo', id)).toMatchObject({ code: 0 })
  expect((await bring()).out).toContain('9,000 stored + 0 rejected + 0 already there')
  expect(await responses()).toBe(9_000)
  expect(await checkScoreboard(db)).toEqual([])
}, 90_000)
