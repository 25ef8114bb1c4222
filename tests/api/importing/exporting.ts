import { writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { previewImport, storeImport } from '../../../api/importing/importing.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { changeFollowUp } from '../../../db/followUps/changes.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { listResponses } from '../../../db/responses/list.ts'
import type { Answers } from '../../../surveys/answers.ts'
import { FOLLOW_UP_STATES } from '../../../surveys/followUps.ts'
import { surveyDefinition, type SurveyDefinition } from '../../../surveys/definition.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { temporaryFile } from '../../support/database.ts'
import { everyKind } from '../../support/everyKind.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

/** A survey with every kind of question, and options that are hard to write into one cell. */
export const definition: SurveyDefinition = surveyDefinition.parse({
  ...everyKind,
  questions: everyKind.questions.map((question) =>
    question.id === 'uses'
      ? {
          ...question,
          options: ['home', 'work', 'both', 'work2', 'list', 'quote', 'sum'],
          showIf: undefined,
          text: {
            en: {
              ask: 'Where do you use it?',
              options: {
                home: 'At home',
                work: 'At work, mostly',
                both: 'At home, At work, mostly',
                work2: 'At home',
                list: 'Here; there',
                quote: 'The "lab"',
                sum: '=1+1',
              },
            },
            de: { ask: 'Wo?', options: { home: 'Zu Hause', work: 'work2' } },
          },
        }
      : question,
  ),
})

const HOSTILE = [
  '=1+1',
  '+420 777 123 456',
  '-1',
  '@SUM(A1)',
  "'quoted by a person",
  "'=quoted by a person",
  '1;=2',
  'one\ttab\t=2',
  'two\nlines\n- and a list',
  'windows\r\nlines',
  '"quotes", commas; semicolons',
  'שירות מצוין, תודה; להתראות',
  '00019',
  'NULL',
  '{"json": [1]}',
]

const USES = [
  ['home'],
  ['work', 'home'],
  ['both'],
  ['work2', 'work'],
  ['list', 'quote'],
  ['sum', 'other', 'home'],
]

export const said: { answers: Answers; language: string }[] = [
  ...HOSTILE.map((text) => ({
    answers: { nps: 9, word: text, reason: 'other', reason_other: text },
    language: 'en',
  })),
  ...USES.flatMap((uses) =>
    ['en', 'de', 'he'].map((language) => ({
      answers: { nps: 10, uses, ...(uses.includes('other') && { uses_other: '=else' }) },
      language,
    })),
  ),
  ...['en', 'de', 'he', 'ar', 'cs'].flatMap((language) =>
    ['speed', 'price', 'people', 'other'].map((reason, at) => ({
      answers: {
        nps: at,
        stars: 1 + at,
        faces: 5,
        effort: 7 - at,
        value: 10,
        solved: at % 2 ? 'yes' : 'no',
        reason,
      },
      language,
    })),
  ),
  { answers: { nps: 0, dataset: 'ann+x@example.com' }, language: 'en' },
  { answers: { word: 'No score at all' }, language: 'en' },
]

export async function withAnswers() {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db, 'mine', definition)
  for (const [at, { answers, language }] of said.entries())
    await saveResponse(
      app.db,
      aResponse(id, {
        definition,
        answers,
        language,
        // Years old, so that age alone opens no case; milliseconds must survive.
        answeredAt: NOW - 1_000 * 86_400_000 + at * 3_599_987,
        properties: {
          channel: at % 2 ? 'chat' : '=mail',
          'agent.name': 'Żaneta;-1',
          order: '00019',
        },
        ...(at % 3 && { personal: { phone: '+420 777 123 456', note: '=1+1; "x"' } }),
        customer: { externalId: `00${at}`, email: `c${at}@example.com`, name: `'=Jo ${at}` },
        customerVerified: true,
      }),
    )
  const cases = await listFollowUps(app.db, { limit: 100 })
  expect(cases.length).toBeGreaterThan(15)
  for (const [at, { followUp }] of cases.entries())
    if (at % 5)
      await changeFollowUp(
        app.db,
        followUp.id,
        { state: FOLLOW_UP_STATES[(at % 5) - 1] ?? 'new' },
        { by: 'Lea', now: NOW },
      )
  return { app, id }
}

export async function exported({ ask }: TestApp, id: string, query = ''): Promise<string> {
  const answer = await ask('lead', `/api/v1/surveys/${id}/responses.csv${query}`)
  expect(answer.status).toBe(200)
  return `\uFEFF${await answer.text()}`
}

export async function importInto({ deps }: TestApp, slug: string, text: string) {
  const file = temporaryFile('responses.csv')
  writeFileSync(file, text)
  const preview = await previewImport(deps, { file, slug, overrides: { columns: {} } })
  expect(preview.rejected.first).toEqual([])
  return { preview, report: await storeImport(deps, preview) }
}

/** Returns an export's rows, without what differs between installations. */
export const rowsIn = (text: string) =>
  parse<Record<string, string>>(text, { bom: true, columns: true })
    .map(({ id: _i, follow_up_id: _f, source: _s, survey_version: _v, ...row }) => row)
    .toSorted((one, other) => one.answered_at!.localeCompare(other.answered_at!))

export const stored = async (app: TestApp, surveyId: string) =>
  (await listResponses(app.db, { surveyId, limit: 1_000 })).map((row) => ({
    answeredAt: row.answeredAt,
    language: row.language,
    properties: row.properties,
    personal: row.personal,
    band: row.band,
    name: row.customerName,
    email: row.customerEmail,
    externalId: row.customerExternalId,
    followUp: row.followUpState,
    answers: row.answers.toSorted((one, other) => one.question.localeCompare(other.question)),
  }))
