import { OVERLAY_LOOKS } from './overlayLooks.ts'
import { contiguousRuns } from './contiguousRuns.ts'
import type { Live } from './drawing.ts'
import type { Chart } from './library.ts'
import type { Palette } from './palette.ts'
import { cornersOf } from './shapes.ts'
import { fitted, fontOf, widthOf } from './text.ts'
import type { TrendPicture } from './picture.ts'

const WIDEST = 128
const WIDEST_ON_NARROW = 72
const NARROW = 560
const SIGN = 18
const LINE = 16

const isAlone = ({ overlays }: TrendPicture) => overlays.length === 0

const widest = () => (innerWidth < NARROW ? WIDEST_ON_NARROW : WIDEST)

/** The width of the names at the lines' ends, in px; 0 for a single line. */
export function nameRoom(picture: TrendPicture, palette: Palette): number {
  if (isAlone(picture)) return 0
  const names = [picture, ...picture.overlays].map(({ name }) => widthOf(name, fontOf(palette)))
  return SIGN + Math.min(widest(), Math.max(...names)) + 4
}

/** Writes each line's name at its end, moved apart so that they don't overlap. */
export function drawNames(chart: Chart, { picture, palette }: Live<TrendPicture>): void {
  const { ctx, scales, chartArea } = chart
  const font = fontOf(palette)
  ctx.font = font
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  if (isAlone(picture)) return

  const ends = [{ ...picture, look: null }, ...picture.overlays].flatMap(
    ({ name, look, periods }) => {
      const last = contiguousRuns(periods).at(-1)?.at(-1)
      return last ? [{ name, look, y: scales['y']!.getPixelForValue(last.period.score) }] : []
    },
  )
  const left = (picture.rightToLeft ? scales['y']!.right : chartArea.right) + 4
  for (const { name, look, y } of apart(ends, scales['y']!.top, scales['y']!.bottom)) {
    const colour = look === null ? palette.line : palette.overlays[look]!
    ctx.strokeStyle = ctx.fillStyle = colour
    ctx.lineWidth = 2
    ctx.beginPath()
    ctx.moveTo(left, y)
    ctx.lineTo(left + 12, y)
    ctx.stroke()
    if (look !== null) {
      ctx.beginPath()
      cornersOf(OVERLAY_LOOKS[look]!.shape, left + 6, y, 4).forEach(([x, y], at) =>
        at ? ctx.lineTo(x, y) : ctx.moveTo(x, y),
      )
      ctx.fill()
    }
    ctx.fillStyle = palette.ink
    ctx.fillText(fitted(name, font, widest()), left + SIGN, y)
  }
}

/** Spaces the names from top to bottom by at least a line, within the scale. */
function apart<End extends { y: number }>(ends: End[], top: number, bottom: number): End[] {
  const sorted = ends.toSorted((a, b) => a.y - b.y)
  let free = top + LINE / 2
  const down = sorted.map((end) => {
    const y = Math.max(free, end.y)
    free = y + LINE
    return { ...end, y }
  })
  let least = bottom - LINE / 2
  return down.toReversed().map((end) => {
    const y = Math.min(least, end.y)
    least = y - LINE
    return { ...end, y }
  })
}
