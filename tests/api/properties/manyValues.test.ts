import { expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { countStaged, finishImports, startImport } from '../../../db/importing/imports.ts'
import { MOST_VALUES } from '../../../db/scoreboard/segments.ts'
import { stageResponses } from '../../../db/importing/staging.ts'
import { makeApp } from '../../support/app.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

type Score = { n: number }
type Scores = { total: Score; segments: Record<string, Record<string, Score>> }
type Made = { properties: Record<string, string>; score: number }

const VALUES = 10_000
const CHUNK = 2_000

/** Creates a survey and imports these answers. */
async function withImported(made: Made[]) {
  const app = await makeApp()
  const { id: surveyId } = await makeSurvey(app.db)
  const now = app.clock.now
  await startImport(app.db, { id: 'run', surveyId, fileName: 'answers.csv', now })
  const responses = made.map(({ properties, score }) =>
    aResponse(surveyId, { properties, answers: { score } }),
  )
  for (let from = 0; from < responses.length; from += CHUNK)
    await stageResponses(app.db, 'run', responses.slice(from, from + CHUNK))
  const staged = await countStaged(app.db, 'run')
  const timeZone = app.deps.workspace.timeZone
  await finishImports(app.db, [{ id: 'run', definition, rows: staged, staged, timeZone, now }])
  const path = `/api/v1/surveys/${surveyId}`
  const ask = (query = '') => app.ask('lead', `${path}/scores${query}`)
  const scores = async (query = '') => (await (await ask(query)).json()) as Scores
  return { app, path, ask, scores }
}

it('groups ten thousand values of a property as 200 and the rest, which add up', async () => {
  const { app, ask, scores } = await withImported(
    Array.from({ length: VALUES }, (_, at) => ({
      properties: { order: `order ${at}`, channel: at % 2 ? 'chat' : 'mail' },
      score: at % 11,
    })),
  )
  const { total, segments } = await scores()
  expect(total.n).toBe(VALUES)
  expect(Object.keys(segments['order']!)).toHaveLength(MOST_VALUES + 1)
  expect(segments['order']!['']!.n).toBe(VALUES - MOST_VALUES)
  for (const groups of Object.values(segments))
    expect(Object.values(groups).reduce((sum, { n }) => sum + n, 0)).toBe(VALUES)

  const kept = Object.keys(segments['order']!).find(Boolean)
  expect((await scores(`?order=${encodeURIComponent(kept!)}`)).total.n).toBe(1)
  const capped = await ask('?order=order%209999')
  expect(capped.status).toBe(400)
  expect(await capped.json()).toMatchObject({ errors: [{ field: 'order' }] })

  expect((await (await ask()).text()).length).toBeLessThan(200_000)
  expect(await checkScoreboard(app.db)).toEqual([])
}, 30_000)

const ODD = [
  `O'Hara "the best"`,
  '100 % _ %25 & = + # ?',
  'תמיכה\u200F בעברית',
  '東京 🗼👩🏽‍🚒',
  '__proto__',
  'constructor',
  'toString',
  '=cmd|x',
  'a,b;c\td',
  'ž'.repeat(200),
]

it('distinguishes groups whatever they are called, in scores, filters and the file', async () => {
  const { app, path, ask, scores } = await withImported(
    ODD.flatMap((value, at) => [
      { properties: { [value.slice(0, 60)]: 'yes', agent: value }, score: 10 },
      ...Array.from({ length: at }, () => ({ properties: { agent: value }, score: 0 })),
    ]),
  )
  const { segments } = await scores()
  for (const [at, value] of ODD.entries()) {
    expect(Object.entries(segments['agent']!).find(([name]) => name === value)?.[1].n).toBe(at + 1)
    const filtered = await ask(`?p.agent=${encodeURIComponent(value)}`)
    expect(filtered.status).toBe(200)
    expect(((await filtered.json()) as Scores).total.n).toBe(at + 1)
    const named = await ask(`?${encodeURIComponent(`p.${value.slice(0, 60)}`)}=yes`)
    expect(((await named.json()) as Scores).total.n).toBe(1)
  }
  const csv = await (await app.ask('lead', `${path}/responses.csv`)).text()
  expect(csv).toContain(`"O'Hara ""the best"""`)
  expect(csv).toContain('東京 🗼👩🏽‍🚒')
  expect(csv).toContain('ž'.repeat(200))
  expect(await checkScoreboard(app.db)).toEqual([])
})
