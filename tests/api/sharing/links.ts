import { beforeEach } from 'vitest'
import { answer, response } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

export const SLUG = 'after-support'

export let made: TestApp

export let surveyId: string

export const { open, get, put, post } = visiting(() => made, SLUG)

export const stored = () => made.db.orm.select().from(response)

export const scores = async () =>
  (await made.db.orm.select().from(answer)).map(({ value }) => value)

export const ask = (json: unknown, role: 'admin' | 'lead' | null = 'admin') =>
  made.ask(role, `/api/v1/surveys/${surveyId}/links`, { method: 'POST', json })

/** Returns the query of a link created by this server. */
export async function queryOf(link: Record<string, unknown>): Promise<string> {
  const answered = await ask({ links: [link] })
  const { links } = (await answered.json()) as { links: { url: string }[] }
  return links[0]!.url.slice(`http://ohlas.test/s/${SLUG}`.length)
}

/** Creates a survey for each test. */
export function surveyForEachTest(): void {
  beforeEach(async () => {
    made = await makeApp()
    const signed = ['agent', 'plan']
    surveyId = (await makeSurvey(made.db, SLUG, { ...definition, signed })).id
  })
}
