import { writeFileSync } from 'node:fs'
import {
  previewImport,
  storeImport,
  type ImportReport,
  type Preview,
} from '../../api/importing/importing.ts'
import type { FollowUpsFrom } from '../../api/importing/followUps.ts'
import { listResponses } from '../../db/responses/list.ts'
import { ensureWorkspace } from '../../db/people/workspace.ts'
import { NOW } from './clock.ts'
import { makeDatabase, temporaryFile } from './database.ts'
import { makeSurvey } from './surveys.ts'

/** Creates a database with the survey "bank", and functions that import files into it. */
export async function importing() {
  const db = await makeDatabase()
  const workspace = await ensureWorkspace(db, {
    name: 'Acme',
    timeZone: 'Europe/Prague',
    secret: 'a secret for tests only',
    createdAt: NOW,
  })
  const survey = await makeSurvey(db, 'bank')
  const world = { db, workspace, now: () => NOW }

  /** Previews a file with this content. @param columns column → role, as for `--map` */
  const preview = (
    content: string,
    columns: Record<string, string> = {},
    followUps?: FollowUpsFrom,
  ) => {
    const file = temporaryFile('answers.csv')
    writeFileSync(file, content)
    return previewImport(world, { file, slug: 'bank', overrides: { columns }, followUps })
  }
  /** Previews a file and stores it. */
  const bring = async (
    ...given: Parameters<typeof preview>
  ): Promise<ImportReport & { preview: Preview }> => {
    const seen = await preview(...given)
    return { ...(await storeImport(world, seen)), preview: seen }
  }
  const list = () => listResponses(db, { surveyId: survey.id, limit: 1_000 })
  return { db, world, survey, preview, bring, list }
}
