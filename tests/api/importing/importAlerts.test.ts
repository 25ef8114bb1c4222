import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { previewImport, storeImport } from '../../../api/importing/importing.ts'
import { watchSurveys } from '../../../api/jobs/watch.ts'
import { listAlerts } from '../../../db/watching/alerts.ts'
import { isoOf, weekOf, dayOf } from '../../../surveys/days.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { temporaryFile } from '../../support/database.ts'
import { makeSurvey } from '../../support/surveys.ts'

const GOOD = [10, 10, 10, 8, 3]
const BAD = [10, 8, 3, 3, 3]
const times = (weeks: number, scores: number[]) => Array.from({ length: weeks }, () => scores)

it('raises no alert for shifts in old answers that are imported into a live survey', async () => {
  const weeks = [...times(26, GOOD), ...times(12, BAD), ...times(20, GOOD)]
  const { db, deps } = await makeApp()
  await makeSurvey(db, 'bank')
  const first = weekOf(dayOf(NOW, 'Europe/Prague')).from - 7 * weeks.length
  const rows = weeks.flatMap((scores, week) =>
    Array.from({ length: 8 }, () =>
      scores.map((score) => `${score},${isoOf(first + 7 * week)}`),
    ).flat(),
  )
  const file = temporaryFile('history.csv')
  writeFileSync(file, `score,date\n${rows.join('\n')}\n`)
  await storeImport(
    deps,
    await previewImport(deps, { file, slug: 'bank', overrides: { columns: {} } }),
  )

  for (let run = 0; run < 3; run++) await watchSurveys(deps)
  expect(await listAlerts(db)).toEqual([])
})
