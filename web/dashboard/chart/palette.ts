import type { Band } from '../../../surveys/scoring/metrics.ts'
import { OVERLAY_LOOKS } from './overlayLooks.ts'

const TOKENS = {
  paper: '--paper',
  ink: '--ink',
  quiet: '--ink-quiet',
  hairline: '--hairline',
  line: '--accent',
  interval: '--interval',
  unhappy: '--unhappy',
  neutral: '--neutral',
  happy: '--happy',
  up: '--happy-ink',
  down: '--unhappy-ink',
} satisfies Record<Exclude<keyof Palette, 'font' | 'overlays'>, string>

export type Palette = Record<Band, string> &
  Record<
    'paper' | 'ink' | 'quiet' | 'hairline' | 'line' | 'interval' | 'up' | 'down' | 'font',
    string
  > & { overlays: string[] }

/**
 * The style sheet's colours as rgba(), which chart.js can parse.
 * @param scheme a theme's colours; by default those on screen
 */
export function readPalette(near: HTMLElement, scheme?: 'light'): Palette {
  const probe = near.parentElement!.appendChild(document.createElement('span'))
  if (scheme) probe.style.colorScheme = scheme
  // Otherwise forced colours would replace all of these, and the interval would hide its line.
  probe.style.setProperty('forced-color-adjust', 'none')
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const colour = (token: string) => {
    probe.style.color = `var(${token})`
    return asRgba(brush, getComputedStyle(probe).color)
  }
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, colour(token)]),
  )
  const overlays = OVERLAY_LOOKS.map(({ token }) => colour(token))
  probe.remove()
  return { ...colours, overlays, font: getComputedStyle(near).fontFamily } as Palette
}

// chart.js can't parse oklch(), so this paints a pixel and reads it.
function asRgba(brush: CanvasRenderingContext2D, colour: string): string {
  brush.clearRect(0, 0, 1, 1)
  brush.fillStyle = colour
  brush.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data
  return `rgba(${red}, ${green}, ${blue}, ${alpha! / 255})`
}
