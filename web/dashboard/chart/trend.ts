import { BANDS, type Metric } from '../../../surveys/scoring/metrics.ts'
import type { Period } from '../api.ts'
import type { Flag } from '../flags.ts'
import { draw, type Drawing, type Live, type Plot } from './drawing.ts'
import { drawFlags } from './flags.ts'
import { drawNames } from './names.ts'
import { BarElement, type Chart, type Plugin } from './library.ts'
import type { Palette } from './palette.ts'
import { drawPoints } from './points.ts'
import type { Brush } from './text.ts'
import { trendConfiguration } from './trendConfiguration.ts'

export type TrendPicture = {
  metric: Metric
  /** What the main line is called at its end; '' where it stands alone. */
  name: string
  periods: Period[]
  /** Whose answers the bars beneath count, one by one under the periods. */
  bars: Period[]
  /** The periods of an earlier time, laid under the others one by one. */
  before: Period[]
  overlays: { name: string; look: number; periods: Period[] }[]
  flags: Flag[]
  /** What the line is, where that has to be said on it. */
  note: string
  labels: string[]
  writeScore: (value: number) => string
  writeCount: (n: number) => string
  rightToLeft: boolean
}

export function drawTrend(canvas: HTMLCanvasElement, first: TrendPicture): Drawing<TrendPicture> {
  return draw(canvas, first, PLOT)
}

const PLOT: Plot<TrendPicture> = {
  configure: trendConfiguration,
  plugins: (live) => [onTop(live)],
  leftOf: (chart, index) => chart.scales['x']!.getPixelForValue(index),
  nearest(chart, x) {
    const found = chart.scales['x']!.getValueForPixel(x)
    const last = (chart.data.labels?.length ?? 0) - 1
    return found === undefined || last < 0 ? null : Math.max(0, Math.min(last, found))
  },
  bandAt(chart, x, y) {
    const bars = chart.getSortedVisibleDatasetMetas().filter(({ type }) => type === 'bar')
    const hit = bars.find(({ data }) =>
      data.some((bar) => bar instanceof BarElement && bar.inRange(x, y)),
    )
    const first = Math.min(...bars.map(({ index }) => index))
    return hit ? BANDS[hit.index - first]! : null
  },
}

// What stands on the lines: flags, names, lone intervals, and the cursor.
function onTop(live: Live<TrendPicture>): Plugin {
  return {
    id: 'onTop',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      drawLoneIntervals(chart, live.palette)
      drawPoints(chart, live)
      drawFlags(chart, live)
      drawNames(chart, live)
      if (live.cursor !== null) drawCursor(chart, live.cursor, live.palette)
      ctx.restore()
    },
  }
}

// A period that stands alone has no band, so its interval is a stroke.
function drawLoneIntervals({ ctx, scales, data }: Chart, palette: Palette): void {
  const { x, y } = scales
  const [low, high, score] = data.datasets.map(({ data: values }) => values as (number | null)[])
  ctx.lineWidth = 2
  ctx.strokeStyle = palette.interval
  score!.forEach((value, at) => {
    if (value === null || score![at - 1] != null || score![at + 1] != null) return
    const [from, to] = [low![at]!, high![at]!]
    stroke(ctx, x!.getPixelForValue(at), y!.getPixelForValue(from), y!.getPixelForValue(to))
  })
}

function drawCursor({ ctx, scales, data, chartArea }: Chart, index: number, palette: Palette) {
  const { x, y } = scales
  const at = x!.getPixelForValue(index)
  const value = data.datasets[2]!.data[index] as number | null | undefined
  ctx.lineWidth = 1
  ctx.strokeStyle = palette.quiet
  stroke(ctx, at, chartArea.top, chartArea.bottom)
  if (value != null) dot(ctx, at, y!.getPixelForValue(value), palette)
}

function stroke(ctx: Brush, x: number, from: number, to: number): void {
  ctx.beginPath()
  ctx.moveTo(x, from)
  ctx.lineTo(x, to)
  ctx.stroke()
}

function dot(ctx: Brush, x: number, y: number, palette: Palette): void {
  ctx.beginPath()
  ctx.arc(x, y, 5, 0, 2 * Math.PI)
  ctx.fillStyle = palette.line
  ctx.fill()
  ctx.lineWidth = 2
  ctx.strokeStyle = palette.paper
  ctx.stroke()
}
