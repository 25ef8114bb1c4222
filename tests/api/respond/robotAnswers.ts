import { beforeEach, expect } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { followUp, response } from '../../../db/schema/index.ts'
import { dayOf } from '../../../surveys/days.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting, type Opened } from '../../support/visiting.ts'

export const SLUG = 'after-support'

export let made: TestApp

export let surveyId: string

export const { open, get, put, post } = visiting(() => made, SLUG)

export const stored = () => made.db.orm.select().from(response)

export const cases = () => made.db.orm.select().from(followUp)

export const state = async ({ id }: Opened) => (await stored()).find((row) => row.id === id)?.state

/** Sends what a page's script sends by itself for a score from the link. */
export const putUnasked = (page: Opened, score: number) =>
  put(page, { score }, { confirmed: false })

export async function counted() {
  const today = dayOf(NOW, 'Europe/Prague')
  const range = { from: today - 1, to: today + 1 }
  const asked = { surveyId, question: 'score', metric: 'nps', range, by: 'day' } as const
  return (await scoresByPeriod(made.db, asked)).total.n
}

export async function expectTruth() {
  expect(await checkScoreboard(made.db)).toEqual([])
}

/** Creates a survey for each test. */
export function surveyForEachTest(): void {
  beforeEach(async () => {
    made = await makeApp()
    surveyId = (await makeSurvey(made.db, SLUG)).id
  })
}
