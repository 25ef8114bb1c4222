import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Every pair of colours that the style sheets put on top of each other, in both themes.

const TEXT = 4.5
const CONTROL = 3
const SURFACES = ['paper', 'raised', 'sunken', 'chosen']

const PAIRS: [front: string, behind: string[], least: number][] = [
  ['ink', SURFACES, TEXT],
  ['ink-quiet', SURFACES, TEXT],
  ['accent', SURFACES, TEXT],
  ['accent-hover', SURFACES, TEXT],
  ['warning', SURFACES, TEXT],
  ['unhappy-ink', ['paper', 'raised', 'sunken', 'unhappy-pale'], TEXT],
  ['neutral-ink', ['paper', 'raised', 'sunken', 'neutral-pale'], TEXT],
  ['happy-ink', ['paper', 'raised', 'sunken', 'happy-pale'], TEXT],
  ['on-accent', ['accent', 'accent-hover'], TEXT],
  ['paper', ['ink'], TEXT],
  ['control', SURFACES, CONTROL],
  ['unhappy', ['paper', 'raised'], CONTROL],
  ['neutral', ['paper', 'raised'], CONTROL],
  ['happy', ['paper', 'raised'], CONTROL],
  ...[1, 2, 3, 4].map((look): [string, string[], number] => [
    `overlay-${look}`,
    ['paper', 'raised'],
    CONTROL,
  ]),
]

const tokens = readTokens()

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(
    PAIRS.flatMap(([front, behind, least]) => behind.map((surface) => ({ front, surface, least }))),
  )('$front on $surface is at least $least : 1', ({ front, surface, least }) => {
    expect(contrast(colour(front, theme), colour(surface, theme))).toBeGreaterThanOrEqual(least)
  })

  it('distinguishes the bands by lightness, too, for people who see no hue', () => {
    const lightness = ['unhappy', 'neutral', 'happy'].map((band) => colour(band, theme).l)
    expect(Math.max(...lightness) - Math.min(...lightness)).toBeGreaterThanOrEqual(0.1)
  })
})

type Oklch = { l: number; c: number; h: number }

function readTokens(): Map<string, Record<'light' | 'dark', Oklch>> {
  const sheet = new URL('../../../../web/dashboard/base/tokens.css', import.meta.url)
  const colour = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)`
  const token = new RegExp(String.raw`--([\w-]+): light-dark\(${colour}, ${colour}\);`, 'g')
  return new Map(
    [...readFileSync(sheet, 'utf8').matchAll(token)].map(([, name, ...numbers]) => {
      const [l1, c1, h1, l2, c2, h2] = numbers.map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      return [name!, { light: { l: l1 / 100, c: c1, h: h1 }, dark: { l: l2 / 100, c: c2, h: h2 } }]
    }),
  )
}

function colour(name: string, theme: 'light' | 'dark'): Oklch {
  const found = tokens.get(name)
  if (!found) throw new Error(`tokens.css has no colour --${name}`)
  return found[theme]
}

/** WCAG 2: the ratio of relative luminances. */
function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [
    number,
    number,
  ]
  return (light + 0.05) / (dark + 0.05)
}

/** Source of the matrices: Björn Ottosson, "A perceptual color space for image processing", 2020. */
function luminance({ l, c, h }: Oklch): number {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
