import { OVERLAY_LOOKS } from './overlayLooks.ts'
import { contiguousRuns } from './contiguousRuns.ts'
import { cornersOf } from './shapes.ts'
import type { Live } from './drawing.ts'
import type { Chart } from './library.ts'
import type { TrendPicture } from './picture.ts'

/** About how many points mark an overlay's line with its shape. */
const POINTS = 12

/** Draws points on single periods, which have no line, and along overlays. */
export function drawPoints(chart: Chart, { picture, palette }: Live<TrendPicture>): void {
  const { ctx, scales } = chart
  const every = Math.max(1, Math.round(picture.periods.length / POINTS))
  for (const { look, periods } of [{ ...picture, look: null }, ...picture.overlays]) {
    ctx.fillStyle = look === null ? palette.line : palette.overlays[look]!
    const shape = look === null ? 'circle' : OVERLAY_LOOKS[look]!.shape
    for (const run of contiguousRuns(periods))
      for (const { at, period } of run) {
        if (run.length > 1 && (look === null || at % every !== 0)) continue
        const [x, y] = [
          scales['x']!.getPixelForValue(at),
          scales['y']!.getPixelForValue(period.score),
        ]
        ctx.beginPath()
        cornersOf(shape, x, y, look === null ? 3 : 4.5).forEach(([x, y], corner) =>
          corner ? ctx.lineTo(x, y) : ctx.moveTo(x, y),
        )
        ctx.fill()
      }
  }
}
