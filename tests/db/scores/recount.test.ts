import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { countExclusions } from '../../../db/scores/exclusions.ts'
import type { SegmentFilter } from '../../../db/scoreboard/matching.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Db } from '../../../db/statements.ts'
import { countResponses, listResponses } from '../../../db/responses/list.ts'
import { histogramsBySegment, scoresByPeriod } from '../../../db/scores/scores.ts'
import type { Survey } from '../../../db/surveys/surveys.ts'
import type { Counting } from '../../../surveys/counting.ts'
import { startOf } from '../../../surveys/days.ts'
import { histogramOf } from '../../../surveys/scoring/histogram.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { sharedFile } from '../../support/database.ts'
import { makeSurvey, aResponse } from '../../support/surveys.ts'
import { seededRandom } from '../../simulations/chance.ts'

// Counts everything a second time, in plain code over the list of responses.

type Told = {
  no: number
  day: number
  score: number | null
  customer: string | null
  properties: Record<string, string>
}

const FIRST = 20_500
const DAYS = 21
const ZONE = 'Europe/Prague'
const file = sharedFile()
const told: Told[] = []
let db: Db
let survey: Survey

beforeAll(async () => {
  db = await openDatabase(file)
  survey = await makeSurvey(db)
  await fill(survey)
  await fill(await makeSurvey(db, 'another'), 40)
})
afterAll(() => db.close())

async function fill(of: Survey, n = 400) {
  const random = seededRandom(n)
  const one = (values: string[]) => values[Math.floor(random() * values.length)]!
  const saved = []
  for (let no = 0; no < n; no++) {
    const day = FIRST + Math.floor(random() * DAYS)
    const customer = one(['', 'ann', 'ben', 'cyd', 'dan', 'eva'])
    const score = random() < 0.1 ? null : Math.floor(random() * 11)
    const properties = {
      channel: one(['chat', 'mail', "o'clock 100 %", 'צ׳אט']),
      team: one(['north', 'south']),
      ...(random() < 0.7 && { agent: one(['1', '2', '3']) }),
    }
    const answeredAt = startOf(day, ZONE) + Math.floor(random() * 80_000_000)
    saved.push({ day, score, customer: customer || null, properties, answeredAt, no })
    await saveResponse(
      db,
      aResponse(of.id, {
        answers: score === null ? { why: 'Because' } : { score },
        properties,
        answeredAt,
        day,
        ...(customer && { customer: { externalId: customer } }),
      }),
    )
  }
  if (of === survey)
    told.push(
      ...saved
        .toSorted((one, other) => one.answeredAt - other.answeredAt || one.no - other.no)
        .map((row, no) => ({ ...row, no })),
    )
}

type Wanted = {
  from?: number
  to?: number
  segments?: SegmentFilter[]
  counting?: Counting
}

function counted({ from = FIRST, to = FIRST + DAYS, segments = [], counting }: Wanted): Told[] {
  const looked = told.filter(
    ({ day, score, properties }) =>
      day >= from &&
      day <= to &&
      score !== null &&
      segments.every(({ property, value }) => properties[property] === value),
  )
  if (counting !== 'customers') return looked
  return looked.filter(
    ({ customer, no }) =>
      customer === null || !looked.some((other) => other.customer === customer && other.no > no),
  )
}

const scoresIn = (rows: Told[]) => histogramOf(rows.map(({ score }) => score!))

const channel = (value: string) => ({ property: 'channel', value })
const team = { property: 'team', value: 'south' }
const agent = { property: 'agent', value: '2' }

const FILTERS: [name: string, segments: SegmentFilter[]][] = [
  ['nobody left out', []],
  ['one group', [team]],
  ['a group named with quotes and percent', [channel("o'clock 100 %")]],
  ['two groups, one in Hebrew', [channel('צ׳אט'), team]],
  ['three groups', [channel('chat'), team, agent]],
  ['a group that is not there', [channel('fax'), team]],
]

describe.each(['answers', 'customers'] as const)('counting %s', (counting) => {
  describe.each(FILTERS)('with %s', (_name, segments) => {
    const query = () => ({
      surveyId: survey.id,
      question: 'score',
      metric: 'nps' as const,
      segments,
      counting,
    })

    it.each([
      ['all days', FIRST, FIRST + DAYS],
      ['a week', FIRST + 3, FIRST + 9],
      ['one day', FIRST + 5, FIRST + 5],
    ])('is exact over %s, in whole and by week', async (_days, from, to) => {
      const range = { from, to }
      const { total, periods } = await scoresByPeriod(db, { ...query(), range, by: 'week' })
      expect(total).toEqual(scoreOf('nps', scoresIn(counted({ from, to, segments, counting }))))
      for (const { from, to, ...score } of periods)
        expect(score).toEqual(scoreOf('nps', scoresIn(counted({ from, to, segments, counting }))))
    })

    it('is exact by group', async () => {
      const { channel: groups = {} } = await histogramsBySegment(db, {
        ...query(),
        range: { from: FIRST, to: FIRST + DAYS },
        property: 'channel',
      })
      const expected = ['chat', 'mail', "o'clock 100 %", 'צ׳אט'].flatMap((value) => {
        const rows = counted({ segments: [...segments, channel(value)], counting })
        return rows.length ? [[value, scoresIn(rows)]] : []
      })
      expect(groups).toEqual(Object.fromEntries(expected))
    })

    it('lists exactly the rows it counts', async () => {
      const filter = {
        surveyId: survey.id,
        question: 'score',
        segments,
        counting,
        since: startOf(FIRST + 3, ZONE),
        until: startOf(FIRST + 10, ZONE),
      }
      const rows = counted({ from: FIRST + 3, to: FIRST + 9, segments, counting })
      expect(await countResponses(db, filter)).toBe(rows.length)
      const listed = await listResponses(db, { ...filter, limit: 200 })
      expect(
        listed.map(({ answers }) => answers.find(({ value }) => value !== null)?.value),
      ).toEqual(rows.map(({ score }) => score).toReversed())
      const low = { ...filter, scores: [0, 1, 2, 3, 4, 5, 6] }
      expect(await countResponses(db, low)).toBe(rows.filter(({ score }) => score! <= 6).length)
    })
  })
})

it('counts what a score excludes, by reason', async () => {
  const looked = { surveyId: survey.id, question: 'score', segments: [team] }
  const inTeam = told.filter(({ properties }) => properties.team === 'south')
  const skipped = inTeam.filter(({ score }) => score === null).length
  const n = counted({ segments: [team] }).length
  const customers = counted({ segments: [team], counting: 'customers' }).length
  const none = { skipped, suspected: 0, unconfirmed: 0, test: 0, erased: 0 }
  expect(await countExclusions(db, { ...looked, counting: 'answers' })).toEqual({
    ...none,
    counted: n,
    earlier: 0,
  })
  expect(await countExclusions(db, { ...looked, counting: 'customers' })).toEqual({
    ...none,
    counted: customers,
    earlier: n - customers,
  })
})
