import { expect, it, vi } from 'vitest'
import { checkScoreboard } from '../../db/doctor.ts'
import { openDatabase } from '../../db/open.ts'
import { listResponses } from '../../db/responses/list.ts'
import { countAnswers } from '../support/countAnswers.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { NOW } from '../support/clock.ts'
import { makeDatabase, temporaryFile } from '../support/database.ts'
import { aSubmission } from '../support/pages.ts'
import { startServer } from '../support/server.ts'
import { makeSurvey } from '../support/surveys.ts'

const KILLS = 20
const CLIENTS = 16
const SECRET = 'a secret for tests only, long enough'

it(`keeps every acknowledged answer through ${KILLS} kills under load, and none twice`, async () => {
  const file = temporaryFile()
  const survey = await prepare(file)
  const acknowledged = new Set<string>()

  for (let kill = 0; kill < KILLS; kill++) {
    const server = await startServer(file)
    const load = Array.from({ length: CLIENTS }, () =>
      sendUntilCut(server.url, survey, acknowledged),
    )
    const enough = acknowledged.size + CLIENTS + 7 * kill
    await vi.waitUntil(() => acknowledged.size >= enough, { interval: 1, timeout: 30_000 })
    await server.end('SIGKILL')
    await Promise.all(load)
  }

  const db = await makeDatabase(file)
  expect(await checkScoreboard(db)).toEqual([])
  const stored = await allIds(db, survey.id)
  expect(acknowledged.size).toBeGreaterThan(KILLS * CLIENTS)
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([])
  expect(await countAnswers(db, { surveyId: survey.id, question: 'score' })).toBe(stored.size)
}, 180_000)

async function prepare(file: string) {
  const db = await openDatabase(file)
  await ensureWorkspace(db, { name: 'Acme', timeZone: 'UTC', secret: SECRET, createdAt: NOW })
  const survey = await makeSurvey(db)
  await db.close()
  return survey
}

/** Has clients send one answer after another, some of them twice, and record what was acknowledged. */
async function sendUntilCut(
  url: string,
  survey: Awaited<ReturnType<typeof prepare>>,
  acknowledged: Set<string>,
) {
  for (let sent = 0; ; sent++) {
    const { id, path, body } = aSubmission({ secret: SECRET, survey }, { score: sent % 11 })
    const put = () =>
      fetch(url + path, { method: 'PUT', body, headers: { 'content-type': 'application/json' } })
    try {
      const answers = sent % 5 ? [await put()] : await Promise.all([put(), put()])
      if (answers.some(({ status }) => status === 200)) acknowledged.add(id)
    } catch {
      return
    }
  }
}

async function allIds(db: Awaited<ReturnType<typeof makeDatabase>>, surveyId: string) {
  const ids = new Set<string>()
  let after: { at: number; no: number } | undefined
  for (;;) {
    const rows = await listResponses(db, { surveyId, after, limit: 1000 })
    for (const { id } of rows) ids.add(id)
    const last = rows.at(-1)
    if (!last) return ids
    after = { at: last.answeredAt, no: last.no }
  }
}
