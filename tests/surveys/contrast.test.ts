import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARDS, accentIn, checkAccent, contrast, nearestPassing } from '../../surveys/contrast.ts'

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`)

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#949494', '#ffffff', 3.03],
  ['#ff0000', '#ffffff', 4.0],
  ['#0000ff', '#ffffff', 8.59],
  ['#ffff00', '#ffffff', 1.07],
])('%s on %s has a contrast of %d, either way around', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  expect(contrast(other, one)).toBe(contrast(one, other))
})

describe('the nearest colour that passes', () => {
  test('is the colour itself where it passes already', () => {
    expect(nearestPassing('#767676', '#ffffff', 4.5)).toBe('#767676')
  })

  test('keeps its hue and changes no more than it has to', () => {
    expect(nearestPassing('#777777', '#ffffff', 4.5)).toBe('#767676')
    expect(nearestPassing('#ff0000', '#ffffff', 4.5)).toMatch(/^#[ef][0-9a-f]0[0-9a-f]0[0-9a-f]$/)
    const orange = nearestPassing('#ff6600', '#ffffff', 4.5)
    expect(contrast(orange, '#ffffff')).toBeLessThan(4.6)
  })

  test('passes and is stable, whatever the colours are', () => {
    fc.assert(
      fc.property(colour, colour, fc.constantFrom(3, 4.5), (one, against, ratio) => {
        const near = nearestPassing(one, against, ratio)
        expect(contrast(near, against)).toBeGreaterThanOrEqual(ratio)
        expect(nearestPassing(near, against, ratio)).toBe(near)
      }),
      { numRuns: 200 },
    )
  })

  test('is black or white where no lightness reaches the ratio', () => {
    expect(nearestPassing('#0b6a62', '#999999', 15)).toBe('#000000')
    expect(nearestPassing('#0b6a62', '#444444', 15)).toBe('#ffffff')
  })
})

describe('an accent', () => {
  test('is accepted if it passes', () => {
    expect(checkAccent('#0b6a62')).toEqual({ failing: [], nearest: '#0b6a62' })
    expect(checkAccent('#ffd700', 'dark')).toEqual({ failing: [], nearest: '#ffd700' })
  })

  test('is refused with its contrast, and the nearest colour that passes', () => {
    const { failing, nearest } = checkAccent('#ffd700')
    expect(failing.map(({ pair, needed }) => [pair, needed])).toEqual([
      ['words', 4.5],
      ['controls', 3],
    ])
    expect(failing[0]!.ratio).toBeCloseTo(1.4, 1)
    expect(checkAccent(nearest).failing).toEqual([])
    expect(checkAccent('#e86a00').failing.map(({ pair }) => pair)).toEqual(['words'])
    expect(checkAccent('#0b1a4a', 'dark').failing).toHaveLength(2)
  })

  test('passes in light and dark, with text on it and on its tint', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (one, scheme) => {
        const { accent, tint } = accentIn(scheme, one)
        expect(contrast(accent, CARDS[scheme])).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accent, tint)).toBeGreaterThanOrEqual(3)
        expect(contrast(INKS[scheme], tint)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 200 },
    )
  })
})

const INKS = { light: '#17211f', dark: '#e9efed' }
