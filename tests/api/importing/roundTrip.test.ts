import { writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { previewImport, storeImport } from '../../../api/importing/importing.ts'
import { previewLines } from '../../../api/importing/report.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { changeFollowUp, listFollowUps } from '../../../db/followUps/followUps.ts'
import { listResponses } from '../../../db/responses/list.ts'
import type { Answers } from '../../../surveys/answers.ts'
import { FOLLOW_UP_STATES } from '../../../surveys/followUps.ts'
import { surveyDefinition, type SurveyDefinition } from '../../../surveys/definition.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { temporaryFile } from '../../support/database.ts'
import { everyKind } from '../../support/everyKind.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

/** Every kind of question, and options that are hard to write into one cell. */
const definition: SurveyDefinition = surveyDefinition.parse({
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

const said: { answers: Answers; language: string }[] = [
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

async function withAnswers() {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db, 'mine', definition)
  for (const [at, { answers, language }] of said.entries())
    await saveResponse(
      app.db,
      aResponse(id, {
        definition,
        answers,
        language,
        // Years old, so that no case is opened for their age alone; a millisecond that counts.
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

async function exported({ ask }: TestApp, id: string, query = ''): Promise<string> {
  const answer = await ask('lead', `/api/v1/surveys/${id}/responses.csv${query}`)
  expect(answer.status).toBe(200)
  return `\uFEFF${await answer.text()}`
}

async function importInto({ deps }: TestApp, slug: string, text: string) {
  const file = temporaryFile('responses.csv')
  writeFileSync(file, text)
  const preview = await previewImport(deps, { file, slug, overrides: { columns: {} } })
  expect(preview.rejected.first).toEqual([])
  return { preview, report: await storeImport(deps, preview) }
}

/** What an export says of each response, without what is another one's in another place. */
const rowsIn = (text: string) =>
  parse<Record<string, string>>(text, { bom: true, columns: true })
    .map(({ id: _i, follow_up_id: _f, source: _s, survey_version: _v, ...row }) => row)
    .toSorted((one, other) => one.answered_at!.localeCompare(other.answered_at!))

const stored = async (app: TestApp, surveyId: string) =>
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

describe('an export of responses', () => {
  it('comes back to the survey that it is from as what is there already', async () => {
    const { app, id } = await withAnswers()
    const before = await stored(app, id)
    const { preview, report } = await importInto(app, 'mine', await exported(app, id))

    expect(report).toMatchObject({
      rows: said.length,
      stored: 0,
      existing: said.length,
      followUps: 0,
    })
    expect(preview.changed.first).toEqual([])
    expect(await stored(app, id)).toEqual(before)
    expect(await checkScoreboard(app.db)).toEqual([])
  })

  it('is shown before it is stored, what was meant by "other" with its question', async () => {
    const { app, id } = await withAnswers()
    const { preview } = await importInto(app, 'mine', await exported(app, id))
    const lines = previewLines(preview, 'Europe/Prague').join('\n')
    expect(lines).toMatch(/answer\.reason_other +what was meant by the "other" of "reason"/)
    expect(lines).toMatch(/answer\.reason +answer to "reason" \(choice\)/)
  })

  it('says the same elsewhere: every kind of answer, its case, its customer, its time', async () => {
    const { app, id } = await withAnswers()
    const text = await exported(app, id)
    const other = await makeApp()
    const there = await makeSurvey(other.db, 'theirs', definition)

    const { report } = await importInto(other, 'theirs', text)
    expect(report).toMatchObject({ rows: said.length, stored: said.length, existing: 0 })
    expect(await stored(other, there.id)).toEqual(await stored(app, id))
    expect(rowsIn(await exported(other, there.id))).toEqual(rowsIn(text))
    expect(await checkScoreboard(other.db)).toEqual([])

    const again = await importInto(other, 'theirs', text)
    expect(again.report).toMatchObject({ stored: 0, existing: said.length })
    const own = await importInto(other, 'theirs', await exported(other, there.id))
    expect(own.report).toMatchObject({ stored: 0, existing: said.length })
  })

  it('is stored once more in another survey beside it', async () => {
    const { app, id } = await withAnswers()
    const copy = await makeSurvey(app.db, 'copy', definition)
    const { report } = await importInto(app, 'copy', await exported(app, id))
    expect(report).toMatchObject({ stored: said.length })
    expect((await stored(app, copy.id)).map(({ followUp }) => followUp)).toEqual(
      (await stored(app, id)).map(({ followUp }) => followUp),
    )
  })

  it('makes nobody’s word the company’s: who was claimed by an unsigned link stays claimed', async () => {
    const { app, id } = await withAnswers()
    const customer = { externalId: 'x1', email: 'evil@example.com', name: 'First' }
    await saveResponse(app.db, aResponse(id, { definition, answers: { nps: 10 }, customer }))
    const copy = await makeSurvey(app.db, 'copy', definition)
    await importInto(app, 'copy', await exported(app, id))

    const answer = await app.ask('lead', `/api/v1/surveys/${copy.id}/responses?limit=1`)
    const { responses } = (await answer.json()) as { responses: { customer: object }[] }
    expect(responses[0]!.customer).toMatchObject({
      email: 'evil@example.com',
      name: 'First',
      externalId: null,
      verified: false,
    })
  })

  it('takes an answer whose link had a bad signature as one by no link', async () => {
    const { app, id } = await withAnswers()
    await saveResponse(
      app.db,
      aResponse(id, { definition, answers: { nps: 10 }, badSignature: true }),
    )
    const text = await exported(app, id)
    expect(rowsIn(text).at(-1)).toMatchObject({ bad_signature: 'yes' })
    const copy = await makeSurvey(app.db, 'copy', definition)
    const { preview, report } = await importInto(app, 'copy', text)
    expect(report).toMatchObject({ stored: said.length + 1 })
    expect(preview.mapping.columns).toContainEqual({
      name: 'bad_signature',
      role: { kind: 'ignored', why: 'about the link that was opened then' },
    })
    expect(rowsIn(await exported(app, copy.id)).at(-1)).toMatchObject({ bad_signature: '' })
  })

  it('counts nothing that did not count where it is from', async () => {
    const { app, id } = await withAnswers()
    await saveResponse(
      app.db,
      aResponse(id, { definition, answers: { nps: 0 }, exclusion: { state: 'unconfirmed' } }),
    )
    await makeSurvey(app.db, 'copy', definition)
    const { report } = await importInto(app, 'copy', await exported(app, id, '?state=excluded'))
    expect(report).toMatchObject({ rows: 1, stored: 0, excluded: 1 })
  })

  it('names the columns that the other survey has no question for', async () => {
    const { app, id } = await withAnswers()
    const shorter = { ...definition, questions: definition.questions.slice(0, 2) }
    await makeSurvey(app.db, 'shorter', shorter)
    const { preview } = await importInto(app, 'shorter', await exported(app, id))
    expect(preview.mapping.columns).toContainEqual({
      name: 'answer.word',
      role: { kind: 'ignored', why: 'the survey has no question "word"' },
    })
  })

  it('gives times in UTC and by the workspace’s clock, which spreadsheets read', async () => {
    const app = await makeApp({ timeZone: 'America/New_York' })
    const { id } = await makeSurvey(app.db)
    await saveResponse(
      app.db,
      aResponse(id, { answeredAt: Date.parse('2026-07-04T03:04:05.678Z') }),
    )
    const [row] = parse(await exported(app, id), { bom: true, columns: true }) as [
      Record<string, string>,
    ]
    expect(row.answered_at).toBe('2026-07-04T03:04:05.678Z')
    expect(row.answered_at_local).toBe('2026-07-03 23:04:05')
  })
})

it('refuses an export of follow-ups, which holds the unhappy alone, and says what to import', async () => {
  const { app } = await withAnswers()
  const text = await (await app.ask('lead', '/api/v1/follow-ups.csv')).text()
  await expect(importInto(app, 'mine', text)).rejects.toThrow('export the responses')
})
