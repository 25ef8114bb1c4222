import { BANDS, type Band } from '../../../surveys/scoring/metrics.ts'
import type { Period } from '../base/api.ts'
import type { Live } from './drawing.ts'
import type { Chart } from './library.ts'
import type { TrendPicture } from './picture.ts'

/** A bar's share of its period's width, and its greatest width in px. */
const SHARE = 0.81
const WIDEST = 28

/** Draws each period's answers as a bar of bands, the unhappy ones at the bottom. */
export function drawBars(chart: Chart, { picture, palette }: Live<TrendPicture>): void {
  const { ctx } = chart
  const bars = picture.bars.map((bar, at) => piecesOf(chart, bar, at))
  BANDS.forEach((band, level) => {
    ctx.fillStyle = palette[band]
    for (const pieces of bars) {
      const { left, top, width, height } = pieces[level]!
      if (height > 0) ctx.fillRect(left, top, width, height)
    }
  })
}

/** The band at a point of the chart. */
export function bandAt(chart: Chart, bars: Period[], x: number, y: number): Band | null {
  const at = chart.scales['x']!.getValueForPixel(x)
  const bar = at === undefined ? undefined : bars[at]
  const level = bar
    ? piecesOf(chart, bar, at!).findIndex(
        ({ left, top, width, height }) =>
          x >= left && x <= left + width && y >= top && y < top + height,
      )
    : -1
  return BANDS[level] ?? null
}

function piecesOf({ scales }: Chart, { bands }: Period, at: number) {
  const x = scales['x']!
  const n = scales['n']!
  const width = Math.min(WIDEST, (SHARE * x.width) / x.getLabels().length)
  const left = x.getPixelForValue(at) - width / 2
  let foot = 0
  return BANDS.map((band) => {
    const bottom = n.getPixelForValue(foot)
    foot += bands[band]
    const top = n.getPixelForValue(foot)
    return { left, top, width, height: bottom - top }
  })
}
