import { describe, expect, it } from 'vitest'
import { DAY } from '../../../../surveys/durations.ts'
import {
  changeQuery,
  rangeWithAnswers,
  readFilter,
  responsesQuery,
  rowsAddress,
  scoresQuery,
  toggled,
  writeFilter,
} from '../../../../web/dashboard/scores/filter.ts'

const today = '2026-11-22'
const read = (search: string) => readFilter(new URLSearchParams(search), '365d')

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    const search =
      '?question=nps&range=custom&from=2026-01-01&to=2026-02-01&by=month&band=unhappy&p.channel=chat'
    expect(writeFilter(read(search), '365d')).toBe(search)
  })

  it('takes one value of each property, and no property without a name', () => {
    expect(read('?p.team=a&p.team=b&p.=x').segments).toEqual([{ property: 'team', value: 'a' }])
  })

  it('shows the answers of a flood among the excluded ones', () => {
    expect(read('?flood=5-9').state).toBe('excluded')
    expect(responsesQuery(read('?flood=5-9&range=all'), today)).toEqual({
      state: 'excluded',
      flood: '5-9',
    })
    expect(writeFilter(read('?flood=5-9'), '365d')).toBe('?flood=5-9')
    expect(read('?flood=x').flood).toBeNull()
  })

  it('leaves out defaults', () => {
    expect(writeFilter(read('?range=365d&by=week'), '365d')).toBe('')
  })

  it('ignores unknown values', () => {
    expect(read('?range=forever&by=hour&band=angry')).toMatchObject({
      range: '365d',
      by: 'week',
      band: null,
    })
  })
})

describe('what a score is compared with', () => {
  it('is the time before unless the address says otherwise', () => {
    const search = '?range=28d&against=custom&beforeFrom=2026-01-01&beforeTo=2026-01-31'
    expect(writeFilter(read(search), '365d')).toBe(search)
    expect(changeQuery(read(search), today)).toMatchObject({
      against: 'custom',
      beforeFrom: '2026-01-01',
      beforeTo: '2026-01-31',
    })
    expect(changeQuery(read(''), today)).toMatchObject({ against: 'previous' })
  })

  it('is nothing where the reader chose nothing, or no days yet', () => {
    expect(changeQuery(read('?against=none'), today)).toBeNull()
    expect(changeQuery(read('?against=custom&beforeFrom=2026-01-01'), today)).toBeNull()
  })
})

describe('the question to the server', () => {
  it('names the days of a range up to today', () => {
    expect(scoresQuery(read('?range=28d'), today)).toEqual({
      by: 'week',
      from: '2026-10-26',
      to: '2026-11-22',
    })
  })

  it.each([
    ['month', '2026-11-01', '2026-11-22', '2026-10-01', '2026-10-22'],
    ['lastMonth', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30'],
    ['quarter', '2026-10-01', '2026-11-22', '2026-07-01', '2026-08-22'],
    ['lastQuarter', '2026-07-01', '2026-09-30', '2026-04-01', '2026-06-30'],
    ['year', '2026-01-01', '2026-11-22', '2025-01-01', '2025-11-22'],
    ['lastYear', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
  ])(
    'compares %s with the same days of the one before',
    (range, from, to, beforeFrom, beforeTo) => {
      expect(changeQuery(read(`?range=${range}`), today)).toMatchObject({ from, to })
      expect(changeQuery(read(`?range=${range}`), today)).toMatchObject({ beforeFrom, beforeTo })
    },
  )

  it('ends the compared days with a shorter month', () => {
    const query = changeQuery(read('?range=month'), '2026-03-31')
    expect(query).toMatchObject({ beforeFrom: '2026-02-01', beforeTo: '2026-02-28' })
  })

  it('opens with everything if the last answer is over a year old', () => {
    const now = Date.UTC(2026, 10, 22)
    expect(rangeWithAnswers({ lastAnswerAt: now - 30 * DAY }, now)).toBe('365d')
    expect(rangeWithAnswers({ lastAnswerAt: now - 400 * DAY }, now)).toBe('all')
  })

  it('asks for the rare values by an empty one', () => {
    expect(responsesQuery(read('?range=all&p.country='), today)).toEqual({ 'p.country': '' })
  })

  it('keeps what a number was about: question, score, groups and how customers count', () => {
    const rows = rowsAddress('s', read('?p.channel=chat&p.team=north&counting=customers'), 'nps', {
      range: 'custom',
      from: '2026-01-01',
      to: '2026-01-07',
      band: 'unhappy',
    })
    const [path, search] = rows.split('?')
    expect(path).toBe('/surveys/s/responses')
    expect(responsesQuery(readFilter(new URLSearchParams(search), 'all'), today)).toEqual({
      question: 'nps',
      band: 'unhappy',
      from: '2026-01-01',
      to: '2026-01-07',
      'p.channel': 'chat',
      'p.team': 'north',
      counting: 'customers',
    })
  })

  it('takes three groups, and one of each property', () => {
    const group = (property: string, value = '1') => ({ property, value })
    const three = [group('a'), group('b'), group('c')]
    expect(toggled(three, group('b'))).toEqual([group('a'), group('c')])
    expect(toggled(three, group('b', '2'))).toEqual([group('a'), group('c'), group('b', '2')])
    expect(toggled(three, group('d'))).toEqual([group('b'), group('c'), group('d')])
  })

  it('prefixes every property, as one may be called like a word of the query', () => {
    expect(responsesQuery(read('?range=all&p.state=CA'), today)).toEqual({ 'p.state': 'CA' })
    expect(responsesQuery(read('?range=all&p.p.x=1'), today)).toEqual({ 'p.p.x': '1' })
  })
})
