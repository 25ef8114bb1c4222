import { writeFileSync } from 'node:fs'
import type { FollowUpsFrom } from '../../../api/importing/followUps.ts'
import { previewImport, storeImport } from '../../../api/importing/importing.ts'
import type { Db } from '../../../db/statements.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { ensureWorkspace } from '../../../db/people/workspace.ts'
import { dayFromIso } from '../../../surveys/days.ts'
import type { Overrides } from '../../../surveys/importing/mapping.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { makeSurvey } from '../../support/surveys.ts'

/** Creates a database with one survey, and previews a file for it. */
export async function bring(
  content: string | Uint8Array,
  overrides: Partial<Overrides> = {},
  followUps?: FollowUpsFrom,
) {
  const db = await makeDatabase()
  const workspace = await ensureWorkspace(db, {
    name: 'Acme',
    timeZone: 'Europe/Prague',
    secret: 'a secret for tests only',
    createdAt: NOW,
  })
  const survey = await makeSurvey(db, 'bank')
  const file = temporaryFile('answers.csv')
  writeFileSync(file, content)
  const world = { db, workspace, now: () => NOW }
  const preview = () =>
    previewImport(world, {
      file,
      slug: 'bank',
      overrides: { columns: {}, ...overrides },
      followUps,
    })
  const store = async () => storeImport(world, await preview())
  return { db, world, survey, file, preview, store }
}

export function board(surveyId: string, from = '2000-01-01', to = '2030-12-31') {
  const range = { from: dayFromIso(from)!, to: dayFromIso(to)! }
  return { surveyId, question: 'score', metric: 'nps', range } as const
}

export async function totalOf(db: Db, surveyId: string, from?: string, to?: string) {
  const { total } = await scoresByPeriod(db, { ...board(surveyId, from, to), by: 'month' })
  return total
}
