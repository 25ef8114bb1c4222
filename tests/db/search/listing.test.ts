import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countResponses, countUpTo, listResponses } from '../../../db/responses/list.ts'
import { saveResponse, type SavedResponse } from '../../../db/responses/save.ts'
import { indexChanged } from '../../../db/search/indexing.ts'
import { openSqlite } from '../../../db/engines/sqlite/open.ts'
import type { Db } from '../../../db/statements.ts'
import { searchTerms } from '../../../surveys/search/searchTerms.ts'
import { NOW } from '../../support/clock.ts'
import { sharedFile } from '../../support/database.ts'
import { lendThread } from '../../support/threads/lend.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

// More responses than a search tests before it asks the index.
const ALL = 2_300
const PAGE = 50

const file = sharedFile()
let db: Db
let surveyId: string
/** Oldest first; the same number of them share a time. */
let saved: SavedResponse[]

beforeAll(async () => {
  db = await openSqlite(file, 'make it', lendThread)
  surveyId = (await makeSurvey(db)).id
  saved = Array.from({ length: ALL }, (_, at) =>
    aResponse(surveyId, {
      answers: { score: at % 11, why: commentOf(at) },
      answeredAt: NOW + Math.floor(at / 3),
      ...(at % 400 === 0 ? { customer: { name: 'Helga' } } : {}),
    }),
  )
  for (const each of saved) await saveResponse(db, each)
  await indexChanged(db)
})

afterAll(() => db.close())

const commentOf = (at: number) =>
  at % 3 === 0
    ? `Helped me ${at % 2 ? 'late' : 'soon'}`
    : at % 70 === 1
      ? 'Helpless, late'
      : 'Nothing'

const search = (text: string) => ({
  terms: searchTerms(text, { seesPersonal: true }),
  number: null,
})

/** What a plain scan finds, oldest first. */
const scan = (...beginnings: string[]) =>
  saved.filter(({ answers, customer }) => {
    const words = `${String(answers.why)} ${customer?.name ?? ''}`.toLowerCase().split(/\W+/)
    return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)))
  })

async function readAll(
  text: string,
  own: { oldestFirst?: boolean; since?: number; until?: number },
) {
  const ids: string[] = []
  for (let after: { at: number; no: number } | undefined; ;) {
    const filter = { surveyId, search: search(text), ...own }
    const rows = await listResponses(db, { ...filter, after, limit: PAGE })
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < PAGE) return ids
    const last = rows.at(-1)!
    after = { at: last.answeredAt, no: last.no }
  }
}

describe.each([
  ['frequent', 'helped', ['helped']],
  ['frequent, by its beginning', 'hel', ['hel']],
  ['rare', 'helpless', ['helpless']],
  ['very rare', 'helga', ['helga']],
  ['rare beside a frequent one', 'late helg', ['late', 'helg']],
  ['unknown', 'helmet', ['helmet']],
])('a word that is %s', (_, text, beginnings) => {
  const ids = (rows: SavedResponse[]) => rows.map(({ id }) => id)

  it('finds what a plain scan finds, in its order', async () => {
    const found = scan(...beginnings)
    expect(await readAll(text, {})).toEqual(ids(found.toReversed()))
    expect(await readAll(text, { oldestFirst: true })).toEqual(ids(found))
    const [since, until] = [NOW + 100, NOW + 600]
    const within = found.filter(({ answeredAt }) => answeredAt >= since && answeredAt < until)
    expect(await readAll(text, { since, until })).toEqual(ids(within.toReversed()))
  })

  it('is counted up to a limit', async () => {
    const { length } = scan(...beginnings)
    const filter = { surveyId, search: search(text) }
    expect(await countResponses(db, filter)).toBe(length)
    expect(await countUpTo(db, filter, 100)).toBe(Math.min(length, 100))
    expect(await countUpTo(db, filter, ALL)).toBe(length)
  })
})
