import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { histogramsByWeek } from '../../../db/scores/weeks.ts'
import { dayFromIso } from '../../../surveys/days.ts'
import { makeDatabase } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

it('sums weeks as the trend does, cut at the ends and including empty ones', async () => {
  const db = await makeDatabase()
  const { id: surveyId } = await makeSurvey(db)
  const other = await makeSurvey(db, 'another')
  const on = (id: string, iso: string, score: number) =>
    saveResponse(db, aResponse(id, { answers: { score }, day: dayFromIso(iso)! }))
  // A Wednesday, the Sunday of its week, the Monday after, and two weeks later.
  await on(surveyId, '2025-12-31', 9)
  await on(surveyId, '2026-01-04', 9)
  await on(surveyId, '2026-01-05', 3)
  await on(surveyId, '2026-01-19', 8)
  await on(other.id, '2026-01-05', 0)

  const range = { from: dayFromIso('2025-12-31')!, to: dayFromIso('2026-01-20')! }
  const weeks = await histogramsByWeek(db, { surveyId, question: 'score', range })
  expect(weeks.map(({ histogram }) => histogram)).toEqual([{ 9: 2 }, { 3: 1 }, {}, { 8: 1 }])
  const board = { surveyId, question: 'score', metric: 'nps' as const, range }
  const { periods } = await scoresByPeriod(db, { ...board, by: 'week' })
  expect(weeks.map(({ from, to }) => [from, to])).toEqual(periods.map(({ from, to }) => [from, to]))
})
