import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { histogramsOfEach, histogramsOver } from '../../../db/scores/scores.ts'
import { dayFromIso, periodsOf } from '../../../surveys/days.ts'
import { makeDatabase } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

it('reads several surveys at once with the same figures as one by one', async () => {
  const db = await makeDatabase()
  const slugs = ['one', 'two', 'unanswered']
  const [one, two, unanswered] = await Promise.all(slugs.map((slug) => makeSurvey(db, slug)))
  const save = (surveyId: string, iso: string, score: number) =>
    saveResponse(
      db,
      aResponse(surveyId, {
        answers: { score },
        day: dayFromIso(iso)!,
        properties: { channel: 'chat' },
      }),
    )
  await save(one!.id, '2025-12-31', 9)
  await save(one!.id, '2026-01-05', 3)
  await save(one!.id, '2026-01-05', 3)
  await save(two!.id, '2026-01-05', 0)
  await save(two!.id, '2026-01-21', 7)

  const range = { from: dayFromIso('2025-12-31')!, to: dayFromIso('2026-01-20')! }
  const periods = [range, ...periodsOf(range, 'week')]
  const questions = [one!, unanswered!, two!].map(({ id }) => ({ surveyId: id, question: 'score' }))
  const read = await histogramsOfEach(db, questions, periods)
  expect(read).toEqual(
    await Promise.all(
      questions.map((question) => histogramsOver(db, { ...question, range }, periods)),
    ),
  )
  expect(read.map(([total]) => total)).toEqual([{ 3: 2, 9: 1 }, {}, { 0: 1 }])
})

it('reads only surveys and periods with a score', async () => {
  const db = await makeDatabase()
  const { id: surveyId } = await makeSurvey(db)
  expect(await histogramsOfEach(db, [], [{ from: 0, to: 1 }])).toEqual([])
  expect(await histogramsOfEach(db, [{ surveyId, question: 'score' }], [])).toEqual([[]])
})
