import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { previewImport } from '../../../api/importing/importing.ts'
import { mainQuestion } from '../../../surveys/definition.ts'
import type { Overrides } from '../../../surveys/importing/mapping.ts'
import { temporaryFile } from '../../support/database.ts'
import { importing } from '../../support/importing.ts'

/**
 * Reads a file in the format of some program: column → role, and the days, scores and ids of the first
 * rows.
 */
async function read(lines: string[], overrides: Partial<Overrides> = {}) {
  const { world } = await importing()
  const file = temporaryFile('answers.csv')
  writeFileSync(file, lines.join('\n'))
  const { definition, mapping, first, rejected, rows, table } = await previewImport(world, {
    file,
    slug: 'bank',
    overrides: { columns: {}, ...overrides },
  })
  return {
    format: table.format,
    roles: Object.fromEntries(mapping.columns.map(({ name, role }) => [name, role.kind])),
    scores: first.map(({ answers }) => answers[mainQuestion(definition).id]),
    ids: first.map(({ responseId }) => responseId),
    times: first.map(({ answeredAt }) => new Date(answeredAt).toISOString()),
    customers: first.map(({ customer }) => customer),
    rejected: rejected.first.flatMap(({ reasons }) => reasons),
    rows,
  }
}

const LONG = 'How likely is it that you would recommend us to a friend?'

it('reads SurveyMonkey, which writes words to the ends of the scale', async () => {
  const read1 = await read([
    `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,${LONG},What did you use?,,Why?`,
    ',,,,,,,,,Response,Branch,App,Open-Ended Response',
    '118001,7,05/13/2026 10:00:01 AM,05/13/2026 10:02:01 AM,10.0.0.1,a@x.test,Ann,Lee,,Extremely likely - 10,Branch,,It is quick',
    '118002,7,05/14/2026 10:00:01 AM,05/14/2026 10:02:01 AM,10.0.0.2,b@x.test,Bob,Ray,,Not at all likely - 0,,App,It never works',
    '118003,7,05/15/2026 10:00:01 AM,05/15/2026 10:02:01 AM,10.0.0.3,c@x.test,Cy,Day,,7,,App,',
  ])
  expect(read1).toMatchObject({ scores: [10, 0, 7], ids: ['118001', '118002', '118003'] })
  expect(read1.rejected).toEqual([])
})

it('reads a small Qualtrics file by the texts and the time zone below its header', async () => {
  const found = await read([
    'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,Q1_NPS_GROUP,Q1,Q2',
    `Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,${LONG} - Group,${LONG},Why?`,
    '"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate"",""timeZone"":""America/Denver""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"',
    '2026-05-13 23:00:00,2026-05-13 23:05:00,0,10.0.0.1,100,300,1,2026-05-13 23:05:01,R_1a2b3c4d5e6f7g8,3,9,It is quick and good',
    '2026-05-14 10:00:00,2026-05-14 10:05:00,0,10.0.0.2,100,300,1,2026-05-14 10:05:01,R_1a2b3c4d5e6f7g9,1,0,It never works for me',
  ])
  expect(found).toMatchObject({
    scores: [9, 0],
    ids: ['R_1a2b3c4d5e6f7g8', 'R_1a2b3c4d5e6f7g9'],
    times: ['2026-05-14T05:05:00.000Z', '2026-05-14T16:05:00.000Z'],
    rows: 2,
    rejected: [],
  })
})

it('reads LimeSurvey, which writes a code before each name', async () => {
  const found = await read([
    `"id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language","seed. Seed","G01Q01. ${LONG}","G01Q02. Why?"`,
    '"1","2026-05-13 10:02:01","1","cs","1204512","9","It is quick and good"',
    '"2","2026-05-14 10:02:01","1","cs","1204513","2","It never works for me"',
  ])
  expect(found).toMatchObject({ scores: [9, 2], ids: ['1', '2'], rejected: [] })
  expect(found.roles).toMatchObject({
    'submitdate. Date submitted': 'date',
    'startlanguage. Start language': 'language',
    'G01Q02. Why?': 'answer',
  })
})

it('reads the tokens in Typeform’s "#" as ids of responses, but not row numbers', async () => {
  const header = `#,${LONG},Why?,Response Type,Start Date (UTC),Submit Date (UTC),Network ID`
  const file = (ids: string[]) => [
    header,
    ...ids.map(
      (id, index) =>
        `${id},${index},It is as it is,completed,2026-05-13 06:24:12,2026-05-13 06:25:12,f0${index}`,
    ),
  ]
  const tokens = ['0jx2l9b8yv3q7m5k', 'a81bc81dd4e3f0b2', 'zz9q1kk4mn3b2v1c']
  expect(await read(file(tokens))).toMatchObject({ ids: tokens, scores: [0, 1, 2] })
  expect(await read(file(['1', '2', '3']))).toMatchObject({ ids: [null, null, null] })
})

it.each([['Extremely likely (10)'], ['10: Extremely likely'], ['10 (Extremely likely)']])(
  'reads the score in %j',
  async (score) => {
    const found = await read(['score,date', `${score},2026-05-13`, '3,2026-05-14'])
    expect(found).toMatchObject({ scores: [10, 3], rejected: [] })
  },
)

it('reads a file below a title, and accepts a given header row and separator', async () => {
  const data = ['9;2026-05-03;Good and quick;Ann', '3;2026-05-04;Slow and rude;Bob']
  const found = { scores: [9, 3], rejected: [] }
  expect(
    await read(['From;1.5.2026;To;31.5.2026', 'score;date;comment;name', ...data]),
  ).toMatchObject(found)
  const foreign = ['x;y;z;w', 'puan;tarih;yorum;ad', ...data]
  const columns = { puan: 'score' }
  expect(await read(foreign, { headerRow: 2, columns })).toMatchObject(found)
  const odd = ['score^date', '9^3. 5. 2026', '3^4. 5. 2026']
  expect(await read(odd, { separator: '^' })).toMatchObject(found)
})

it('reads the JSON list that is about responses, or the chosen one', async () => {
  const json = JSON.stringify({
    meta: { tags: [1, 2, 3, 4].map((id) => ({ id, name: 'x', created_at: '2026-01-01' })) },
    responses: [
      { score: 9, submitted_at: '2026-05-13' },
      { score: 3, submitted_at: '2026-05-14' },
    ],
    old: [{ score: 1, submitted_at: '2026-05-13' }],
  })
  const found = await read([json])
  expect(found).toMatchObject({ scores: [9, 3], rows: 2 })
  expect(found.format).toContain('not "meta.tags", "old" (--json-list PATH)')
  expect(await read([json], { jsonList: 'old' })).toMatchObject({ scores: [1] })
  const products = JSON.stringify({
    products: [1, 2, 3].map((id) => ({ id, value: 'a', created_at: '2026-01-01' })),
    items: [{ nps_score: 9, submitted_at: '2026-05-13' }],
  })
  expect(await read([products])).toMatchObject({ scores: [9] })
  await expect(read([json], { jsonList: 'nope' })).rejects.toThrow(
    'it has "meta.tags", "responses"',
  )
})

it.each<[string, Partial<Overrides>, string]>([
  ['score,date\n9,2026-05-13', { sheet: 'A' }, '--sheet says nothing here, as the file is a CSV'],
  ['score,date\n9,2026-05-13', { jsonList: 'a' }, '--json-list says nothing here'],
  ['[{"score":9,"date":"2026-05-13"}]', { headerRow: 2 }, 'as the file is JSON'],
])('refuses options that have no effect on %j', async (content, overrides, reason) => {
  await expect(read([content], overrides)).rejects.toThrow(reason)
})
