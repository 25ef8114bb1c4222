import { describe, expect, it } from 'vitest'
import { scoreOf } from '../../../../surveys/scoring/score.ts'
import type { GroupScore } from '../../../../web/dashboard/base/api.ts'
import { readFilter, writeFilter } from '../../../../web/dashboard/scores/filter.ts'
import { overlayText, verdictOn } from '../../../../web/dashboard/scores/overlays.ts'

const read = (search: string) => readFilter(new URLSearchParams(search), '365d')

describe('overlays in the address', () => {
  it('come back as they were written, whatever a property is called', () => {
    const overlays = [
      { property: 'channel', value: 'chat' },
      { property: 'a=b&c', value: '' },
      { survey: '0190-x' },
    ]
    const search = writeFilter({ ...read(''), overlays, window: '28' }, '365d')
    expect(read(search)).toMatchObject({ overlays, window: '28' })
  })

  it('are four at most, and nothing that is none', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((value) => overlayText({ property: 'p', value }))
    const search = new URLSearchParams([
      ['overlay', 'nonsense'],
      ['overlay', ''],
      ...five.map((text) => ['overlay', text] as [string, string]),
    ])
    expect(read(`?${search}`).overlays).toEqual(
      ['a', 'b', 'c', 'd'].map((value) => ({ property: 'p', value })),
    )
    expect(read('?window=14').window).toBeNull()
  })
})

describe('the comparison of an overlay', () => {
  const everyone = scoreOf('nps', { 10: 60, 0: 40 })
  const scores = {
    metric: 'nps' as const,
    counting: 'answers' as const,
    state: 'counted' as const,
    total: everyone,
    everyone,
    segments: {},
  }
  const held = (...given: Parameters<typeof verdictOn>) => {
    const verdict = verdictOn(...given)
    if (!verdict || verdict.against === 'group') throw new Error('held against no score')
    return verdict
  }
  const chat = { property: 'channel', value: 'chat' }

  it('compares a group with everyone else, never with a total that contains it', () => {
    const group = scoreOf('nps', { 10: 50, 0: 10 })
    const { against, change } = held(scores, [], chat, group)
    expect(against).toBe('rest')
    // The rest is 10 promoters and 30 detractors: −50, against the group's 67.
    expect(change.difference).toBeCloseTo(200 / 3 + 50, 10)
    expect(change.verdict).toBe('up')
  })

  it('agrees with the group’s tier', () => {
    const group = { tier: 'below' as const, difference: -5 }
    const segments = { channel: { chat: group as GroupScore } }
    const verdict = verdictOn({ ...scores, segments }, [], chat, everyone)
    expect(verdict).toEqual({ against: 'group', ...group })
  })

  it('compares two groups of one property with each other', () => {
    const mail = { property: 'channel', value: 'mail' }
    const total = scoreOf('nps', { 10: 10, 0: 30 })
    const { against, change } = held({ ...scores, total }, [mail], chat, everyone)
    expect(against).toBe('main')
    expect(change.difference).toBeCloseTo(20 + 50, 10)
  })

  it('does not compare groups of two properties, which may share answers', () => {
    const total = scoreOf('nps', { 10: 10, 0: 30 })
    const north = { property: 'team', value: 'North' }
    const { against } = held({ ...scores, total }, [north], chat, everyone)
    expect(against).toBe('rest')
  })

  it('compares no groups of customers, who may count on both sides', () => {
    const customers = { ...scores, counting: 'customers' as const }
    expect(verdictOn(customers, [], chat, scoreOf('nps', { 10: 50, 0: 10 }))).toBeNull()
  })

  it('compares another survey with the score itself', () => {
    const other = scoreOf('nps', { 10: 30, 0: 70 })
    const { against, change } = held(scores, [], { survey: 'other' }, other)
    expect([against, change.difference, change.verdict]).toEqual(['main', -60, 'down'])
  })
})
