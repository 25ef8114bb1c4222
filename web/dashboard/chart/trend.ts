import { bandAt, drawBars } from './bars.ts'
import { draw, saveStill, type Drawing, type Live, type Plot } from './drawing.ts'
import { drawFlags } from './flags.ts'
import { drawNames } from './names.ts'
import type { Chart, Plugin } from './library.ts'
import { drawLines, overlayAt } from './lines.ts'
import type { Palette } from './palette.ts'
import type { TrendPicture } from './picture.ts'
import { drawPoints } from './points.ts'
import type { Caption } from './save.ts'
import type { Brush } from './text.ts'
import { trendConfiguration } from './trendConfiguration.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'

export function drawTrend(canvas: HTMLCanvasElement, first: TrendPicture): Drawing<TrendPicture> {
  return draw(canvas, first, PLOT)
}

/** Saves a trend that is not on screen, with the colours of the element `near`. */
export const saveTrend = (
  near: HTMLElement,
  picture: TrendPicture,
  format: 'png' | 'svg',
  caption: Caption,
) => saveStill(near, picture, PLOT, format, caption)

const PLOT: Plot<TrendPicture> = {
  configure: trendConfiguration,
  plugins: (live) => [trendPlugin(live)],
  leftOf: (chart, index) => chart.scales['x']!.getPixelForValue(index),
  nearest(chart, x) {
    const found = chart.scales['x']!.getValueForPixel(x)
    const last = (chart.data.labels?.length ?? 0) - 1
    return found === undefined || last < 0 ? null : Math.max(0, Math.min(last, found))
  },
  partAt(chart, picture, x, y) {
    const band = bandAt(chart, picture.bars, x, y)
    if (band) return { band }
    const overlay = overlayAt(chart, picture, x, y)
    return overlay === null ? null : { overlay }
  },
}

function trendPlugin(live: Live<TrendPicture>): Plugin {
  return {
    id: 'trend',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      drawBars(chart, live)
      drawLines(chart, live)
      drawPoints(chart, live)
      drawFlags(chart, live)
      drawNames(chart, live)
      if (live.cursor !== null) drawCursor(chart, live.cursor, live)
      ctx.restore()
    },
  }
}

function drawCursor(
  { ctx, scales, chartArea }: Chart,
  index: number,
  { picture, palette }: Live<TrendPicture>,
) {
  const { x, y } = scales
  const at = x!.getPixelForValue(index)
  const period = picture.periods[index]
  ctx.lineWidth = 1
  ctx.strokeStyle = palette.quiet
  stroke(ctx, at, chartArea.top, chartArea.bottom)
  if (period && isShown(period)) dot(ctx, at, y!.getPixelForValue(period.score), palette)
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
