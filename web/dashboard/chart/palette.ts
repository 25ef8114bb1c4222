import type { Band } from '../../../surveys/scoring/metrics.ts'

const TOKENS = {
  paper: '--paper',
  quiet: '--ink-quiet',
  hairline: '--hairline',
  line: '--accent',
  interval: '--interval',
  unhappy: '--unhappy',
  neutral: '--neutral',
  happy: '--happy',
} satisfies Record<Exclude<keyof Palette, 'font'>, string>

export type Palette = Record<Band, string> &
  Record<'paper' | 'quiet' | 'hairline' | 'line' | 'interval' | 'font', string>

/** The style sheet's colours as they are now, in a notation that chart.js can compute with. */
export function readPalette(near: HTMLElement): Palette {
  const probe = near.parentElement!.appendChild(document.createElement('span'))
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => {
      probe.style.color = `var(${token})`
      return [name, asRgba(brush, getComputedStyle(probe).color)]
    }),
  )
  probe.remove()
  return { ...colours, font: getComputedStyle(near).fontFamily } as Palette
}

// chart.js reads no oklch(); a painted pixel says the same in rgb.
function asRgba(brush: CanvasRenderingContext2D, colour: string): string {
  brush.clearRect(0, 0, 1, 1)
  brush.fillStyle = colour
  brush.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data
  return `rgba(${red}, ${green}, ${blue}, ${alpha! / 255})`
}
