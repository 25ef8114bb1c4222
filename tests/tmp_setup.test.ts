import { it } from 'vitest'
import { createSurvey, publishSurvey } from '../db/surveys.ts'
import { openDatabase } from '../db/open.ts'
import { TEMPLATES, definitionFrom } from '../surveys/templates/index.ts'
it.runIf(process.env.TMPDB)('x', async ({ expect }) => {
  const db = await openDatabase(process.env.TMPDB!)
  const s = await createSurvey(db, { name: 'Bank', slug: 'bank', definition: definitionFrom(TEMPLATES.nps, ['en']), now: Date.now() })
  await publishSurvey(db, s.id, Date.now())
  await createSurvey(db, { name: 'Draft', slug: 'draft', definition: definitionFrom(TEMPLATES.nps, ['en']), now: Date.now() })
  await db.close()
  expect(1).toBe(1)
})
