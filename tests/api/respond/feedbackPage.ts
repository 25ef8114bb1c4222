import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { is, sql } from 'drizzle-orm'
import { beforeEach } from 'vitest'
import * as schema from '../../../db/schema/index.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { dayOf } from '../../../surveys/days.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

const SLUG = 'after-support'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

export const SECRET = 'a secret for tests only, long enough'

export let made: TestApp

export let surveyId: string

export const { open, put, post } = visiting(() => made, SLUG)

export const ask = (path: string, headers: Record<string, string> = {}) =>
  made.app.request(`http://ohlas.test${path}`, { headers })

export const send = (path: string, fields: Record<string, string> = {}) =>
  made.app.request(`http://ohlas.test${path}`, {
    method: 'POST',
    headers: FORM,
    body: new URLSearchParams(fields).toString(),
  })

export const textOf = async (path: string) => (await ask(path)).text()

/** Stores a response. @returns the URL of its feedback page */
export async function answered(
  answers: Record<string, unknown> = { score: 2, why: 'Nobody called back.' },
  query = '?customer=C-77&email=eva@example.com&name=Eva&agent=anna',
) {
  const page = await open(query)
  const saved = await put(page, answers, { complete: true })
  const { feedback } = (await saved.json()) as { feedback: string }
  return { page, feedback }
}

export const caseOf = async () => (await made.db.orm.select().from(schema.followUp))[0]!

export const change = async (json: object) =>
  made.ask('lead', `/api/v1/follow-ups/${(await caseOf()).id}`, { method: 'PATCH', json })

export const counted = async () => {
  const today = dayOf(NOW, 'Europe/Prague')
  const range = { from: today - 1, to: today + 1 }
  const asked = { surveyId, question: 'score', metric: 'nps', range, by: 'day' } as const
  return (await scoresByPeriod(made.db, asked)).total.n
}

/** Returns every row of every table as text. */
export async function everything(db = made.db): Promise<string> {
  const tables = Object.values(schema).filter((each) => is(each, SQLiteTable))
  const rows = await Promise.all(
    tables.map((table) =>
      db.orm.values(sql`select * from ${sql.identifier(getTableConfig(table).name)}`),
    ),
  )
  return JSON.stringify(rows)
}

/** Creates a survey for each test. */
export function surveyForEachTest(): void {
  beforeEach(async () => startOver(await makeApp()))
}

/** Continues with another app and creates its survey. */
export async function startOver(app: TestApp): Promise<void> {
  made = app
  surveyId = (await makeSurvey(made.db, SLUG)).id
}
