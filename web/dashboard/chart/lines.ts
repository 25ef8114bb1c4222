import type { Period } from '../base/api.ts'
import { OVERLAY_LOOKS } from './overlayLooks.ts'
import { contiguousRuns, type Run } from './contiguousRuns.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'
import type { Live } from './drawing.ts'
import type { Chart } from './library.ts'
import type { Brush } from './text.ts'
import type { TrendPicture } from './picture.ts'

type Place = (at: number, value: number) => [x: number, y: number]
type Look = { colour: string; width: number; dash: readonly number[] }

/**
 * Points closer than this, in px, are joined by hairlines, which are easier to tell apart and much
 * faster to draw without a graphics card.
 */
const DENSE = 4

/**
 * Draws the score with its interval, the earlier line and the overlays, clipped to the scale. chart.js
 * draws only the axes: its element for every point takes longer than a frame for four overlays over a
 * year of days.
 */
export function drawLines(chart: Chart, { picture, palette }: Live<TrendPicture>): void {
  const { ctx } = chart
  const x = chart.scales['x']!
  const y = chart.scales['y']!
  const place: Place = (at, value) => [x.getPixelForValue(at), y.getPixelForValue(value)]
  const main = contiguousRuns(picture.periods)
  // An earlier time span of the same length may touch one more period.
  const before = contiguousRuns(picture.before.slice(0, picture.periods.length))

  ctx.save()
  ctx.beginPath()
  ctx.rect(x.left, y.top - 1, x.width, y.height + 2)
  ctx.clip()
  ctx.lineJoin = 'round'
  drawIntervals(ctx, main, place, palette.interval)
  const width = x.width / picture.periods.length < DENSE ? 1 : 1.5
  for (const { look, periods } of picture.overlays) {
    const { dash } = OVERLAY_LOOKS[look]!
    drawLine(ctx, contiguousRuns(periods), place, { colour: palette.overlays[look]!, width, dash })
  }
  drawLine(ctx, before, place, { colour: palette.quiet, width, dash: [4, 4] })
  drawLine(ctx, main, place, { colour: palette.line, width: 2, dash: [] })
  ctx.restore()
}

/** Draws the interval as an area along each run, or as a stroke for a single period. */
function drawIntervals(ctx: Brush, runs: Run[], place: Place, colour: string): void {
  ctx.fillStyle = ctx.strokeStyle = colour
  ctx.lineWidth = 2
  for (const run of runs) {
    ctx.beginPath()
    for (const { at, period } of run) ctx.lineTo(...place(at, period.high))
    for (const { at, period } of run.toReversed()) ctx.lineTo(...place(at, period.low))
    if (run.length > 1) ctx.fill()
    else ctx.stroke()
  }
}

function drawLine(ctx: Brush, runs: Run[], place: Place, { colour, width, dash }: Look): void {
  ctx.strokeStyle = colour
  ctx.lineWidth = width
  ctx.setLineDash([...dash])
  ctx.beginPath()
  for (const run of runs)
    run.forEach(({ at, period }, index) => {
      if (index === 0) ctx.moveTo(...place(at, period.score))
      else ctx.lineTo(...place(at, period.score))
    })
  ctx.stroke()
}

/** The greatest distance from the pointer to a line that it selects, in px. */
const NEAR = 10

/** The look of the overlay under the pointer; null if the main line is nearer, or none is near. */
export function overlayAt(
  chart: Chart,
  { periods, overlays }: TrendPicture,
  x: number,
  y: number,
): number | null {
  const at = chart.scales['x']!.getValueForPixel(x)
  const distance = (line: Period[]) => {
    const period = at === undefined ? undefined : line[at]
    if (!period || !isShown(period)) return Infinity
    return Math.abs(chart.scales['y']!.getPixelForValue(period.score) - y)
  }
  const far = overlays.map(({ look, periods }) => ({ look, far: distance(periods) }))
  const nearest = far.toSorted((one, other) => one.far - other.far)[0]
  return nearest && nearest.far < Math.min(NEAR, distance(periods)) ? nearest.look : null
}
