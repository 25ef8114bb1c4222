import type { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { saveResponse } from '../../../../db/responses/save.ts'
import { statementsOf } from '../../../../db/engines/sqlite/statements.ts'
import { checkScoreboard } from '../../../../db/doctor.ts'
import { openDatabase } from '../../../../db/open.ts'
import { countAnswers } from '../../../support/countAnswers.ts'
import { StorageUnavailable } from '../../../../surveys/errors.ts'
import { makeApp } from '../../../support/app.ts'
import { temporaryFile } from '../../../support/database.ts'
import { aResponse, makeSurvey } from '../../../support/surveys.ts'

/** Collects the threads that are started during a test. */
function watchThreads(): Worker[] {
  const threads: Worker[] = []
  const note = (thread: Worker) => void threads.push(thread)
  process.on('worker', note)
  onTestFinished(() => void process.off('worker', note))
  return threads
}

it('restarts the writing thread when it ends, and reports it meanwhile', async () => {
  const threads = watchThreads()
  const db = await openDatabase(temporaryFile())
  onTestFinished(() => db.close())
  const { ask } = await makeApp({ db })
  const survey = await makeSurvey(db)
  const health = async () => (await ask(null, '/health')).status
  expect((await ask('admin', '/api/v1/me')).status).toBe(200)
  expect(await health()).toBe(200)

  const ending = threads[0]!.terminate()
  await expect(saveResponse(db, aResponse(survey.id))).rejects.toThrow(StorageUnavailable)
  await ending
  expect(await health()).toBe(503)
  const refused = await ask('admin', '/api/v1/surveys', {
    method: 'POST',
    json: { template: 'nps', name: 'New' },
  })
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)

  await expect.poll(health).toBe(200)
  await saveResponse(db, aResponse(survey.id))
  expect(await countAnswers(db, { surveyId: survey.id, question: 'score' })).toBe(1)
  expect(await checkScoreboard(db)).toEqual([])
})

it('closes while the writer thread ends, and after it has ended', async () => {
  const threads = watchThreads()
  const db = await openDatabase(temporaryFile())
  const other = await openDatabase(temporaryFile())
  const [thread, its] = threads
  void thread!.terminate()
  await expect(db.close()).resolves.toBeUndefined()
  await its!.terminate()
  await expect(other.close()).resolves.toBeUndefined()
})

it('keeps recently used statements, up to a limit', () => {
  const connection = new Database(':memory:')
  onTestFinished(() => void connection.close())
  const prepared: string[] = []
  const prepare = statementsOf(
    { prepare: (sql: string) => (prepared.push(sql), connection.prepare(sql)) } as never,
    3,
  )
  const texts = Array.from({ length: 50 }, (_, number) => `select ${number}`)
  for (const text of texts) {
    prepare('select 0')
    prepare(text)
  }
  expect(prepared).toEqual(texts)
  prepare('select 1')
  prepare('select 49')
  expect(prepared.slice(texts.length)).toEqual(['select 1'])
})
