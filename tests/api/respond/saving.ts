import { count } from 'drizzle-orm'
import { beforeEach, expect } from 'vitest'
import { StorageUnavailable } from '../../../surveys/errors.ts'
import { answer, followUp, response, scoreboard } from '../../../db/schema/index.ts'
import { makeAsking } from '../../web/respondent/asking.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

export const SLUG = 'after-support'

export let made: Awaited<ReturnType<typeof makeAsking>>

export let surveyId: string

export const { get, open, put, putText, post, postText } = visiting(() => made, SLUG)

export const stored = () => made.db.orm.select().from(response)

export const storedAnswers = () => made.db.orm.select().from(answer)

export const problem = async (answered: Response) =>
  (await answered.json()) as { status: number; errors?: { field: string; message: string }[] }

export async function expectNothingStored() {
  expect(await stored()).toEqual([])
  expect(await storedAnswers()).toEqual([])
  expect(await made.db.orm.select().from(followUp)).toEqual([])
  expect(await made.db.orm.select({ n: count() }).from(scoreboard)).toEqual([{ n: 0 }])
}

export function failStorage() {
  made.deps.db.atomically = () => Promise.reject(new StorageUnavailable('disk I/O error'))
}

/** Creates a survey for each test. */
export function surveyForEachTest(): void {
  beforeEach(async () => {
    made = await makeAsking()
    surveyId = (await makeSurvey(made.db, SLUG)).id
  })
}
