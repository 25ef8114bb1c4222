/**
 * Computes the contrast of two colours, from 1 (none) to 21 (black on white).
 * @param one a colour as #rrggbb, like all colours in this file
 * Source: WCAG 2.2, "contrast ratio" and "relative luminance".
 */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

/**
 * Returns the colour itself if it reaches the ratio, or else the nearest colour of the same hue that
 * does: lightness changes as little as possible, chroma only where sRGB lacks the colour.
 * @param against the colour beside or under it
 * @param ratio 1 to 21; if no lightness reaches it, returns the better of black and white
 * Source: OKLCH, Björn Ottosson, "A perceptual color space for image processing", 2020.
 */
export function nearestPassing(colour: string, against: string, ratio: number): string {
  if (contrast(colour, against) >= ratio) return colour
  const { lightness, chroma, hue } = oklchOf(colour)
  for (let step = STEP; step < 1; step += STEP)
    for (const near of [lightness - step, lightness + step]) {
      if (near < 0 || near > 1) continue
      const candidate = inGamut({ lightness: near, chroma, hue })
      if (contrast(candidate, against) >= ratio) return candidate
    }
  return contrast(BLACK, against) > contrast(WHITE, against) ? BLACK : WHITE
}

/** Required contrast: text 4.5:1 (WCAG 1.4.3), controls and focus 3:1 (1.4.11). */
const NEEDED = { words: 4.5, controls: 3 } as const

export type Scheme = 'light' | 'dark'

/**
 * The colour of the survey page's card and of text on the accent. As both are the same, one contrast
 * decides for links, buttons, chosen numbers and focus.
 */
export const CARDS: Record<Scheme, string> = { light: '#ffffff', dark: '#182120' }

export type FailingPair = {
  /** `words`: links, and text on a button or chosen number. `controls`: fill and focus. */
  pair: keyof typeof NEEDED
  ratio: number
  needed: number
}

/**
 * Finds the pairs whose contrast fails with a colour as the page's accent, and the nearest colour that
 * passes.
 * @param scheme the colour's scheme; `auto` means light, since the dark accent is derived from it
 * @returns no failing pair and the colour itself if it passes
 */
export function checkAccent(
  colour: string,
  scheme: Scheme | 'auto' = 'auto',
): { failing: FailingPair[]; nearest: string } {
  const card = CARDS[scheme === 'dark' ? 'dark' : 'light']
  const ratio = contrast(colour, card)
  const failing = (['words', 'controls'] as const).flatMap((pair) =>
    ratio < NEEDED[pair] ? [{ pair, ratio, needed: NEEDED[pair] }] : [],
  )
  return { failing, nearest: nearestPassing(colour, card, NEEDED.words) }
}

/**
 * Adapts a chosen colour to one scheme: an accent that always passes, and a pale tint of it for hovered
 * or selected items.
 */
export function accentIn(scheme: Scheme, colour: string): { accent: string; tint: string } {
  const accent = nearestPassing(colour, CARDS[scheme], NEEDED.words)
  const [card, ink] = [CARDS[scheme], accent].map(channelsOf)
  return { accent, tint: hexOf(card!.map((part, index) => part + (ink![index]! - part) * TINTED)) }
}

const BLACK = '#000000'
const WHITE = '#ffffff'
/** Step of lightness, which ranges from 0 to 1; a tenth of a visible difference. */
const STEP = 0.002
/** The accent's share in its tint. */
const TINTED = 0.12

type Oklch = { lightness: number; chroma: number; hue: number }

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map(linear) as Three
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

type Three = [number, number, number]

/** Red, green and blue from 0 to 1. */
function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
}

function hexOf(channels: number[]): string {
  const bytes = channels.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number) =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055

function oklchOf(colour: string): Oklch {
  const [red, green, blue] = channelsOf(colour).map(linear) as Three
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  }
}

/** Red, green and blue, linear; below 0 or above 1 where sRGB has no such colour. */
function linearOf({ lightness, chroma, hue }: Oklch): number[] {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** Writes the colour with as much of its chroma as sRGB has at this lightness and hue. */
function inGamut(colour: Oklch): string {
  const fits = (chroma: number) =>
    linearOf({ ...colour, chroma }).every((part) => part > -0.001 && part < 1.001)
  let [low, high] = [0, colour.chroma]
  if (fits(high)) low = high
  while (high - low > 0.0005) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return hexOf(linearOf({ ...colour, chroma: low }).map((part) => gamma(Math.max(0, part))))
}
