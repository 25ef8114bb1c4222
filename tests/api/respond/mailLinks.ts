import { beforeEach } from 'vitest'
import { followUp, response } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

export const SLUG = 'after-support'

export let made: TestApp

export let surveyId: string

export const { open, get, put } = visiting(() => made, SLUG)

export const stored = () => made.db.orm.select().from(response)

export const cases = () => made.db.orm.select().from(followUp)

export async function linkFor(customer: string, more: Record<string, unknown> = {}) {
  const path = `/api/v1/surveys/${surveyId}/links`
  const json = { links: [{ customer: { id: customer }, ...more }] }
  const answered = await made.ask('admin', path, { method: 'POST', json })
  const { links } = (await answered.json()) as { links: { url: string }[] }
  const query = new URL(links[0]!.url).search
  return (score: number) => `${query}&score=${score}`
}

/** Creates a survey for each test. */
export function surveyForEachTest(): void {
  beforeEach(async () => {
    made = await makeApp()
    surveyId = (await makeSurvey(made.db, SLUG)).id
  })
}
