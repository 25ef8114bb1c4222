import type { Live } from './drawing.ts'
import type { Chart } from './library.ts'
import { fitted, fontOf, widthOf, type Brush } from './text.ts'
import type { TrendPicture } from './picture.ts'

/** The height of a row of flags above the chart: one for annotations, one for shifts. */
const ROW = 20
const BESIDE = 12
const GAP = 8

const rowsOf = ({ flags }: TrendPicture) =>
  [
    flags.filter(({ kind }) => kind === 'annotation'),
    flags.filter(({ kind }) => kind !== 'annotation'),
  ].filter((row) => row.length > 0)

/** The height of the flags and the note above a picture, in px. */
export const flagRoom = (picture: TrendPicture) =>
  ROW * (rowsOf(picture).length + (picture.note ? 1 : 0))

/**
 * Draws annotations as pennants and shifts as steps, each on its day with as much of its text as fits;
 * the list below the chart has the full texts.
 */
export function drawFlags(chart: Chart, { picture, palette }: Live<TrendPicture>): void {
  const { ctx, scales, chartArea } = chart
  const font = fontOf(palette)
  const foot = scales['y']!.bottom
  const rows = rowsOf(picture)
  ctx.font = font
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  ctx.lineWidth = 1
  if (picture.note) {
    ctx.fillStyle = palette.quiet
    ctx.fillText(picture.note, chartArea.left, chartArea.top - flagRoom(picture) + ROW / 2 - 4)
  }
  rows.forEach((flags, row) => {
    const middle = chartArea.top - ROW * (rows.length - row) + ROW / 2 - 4
    const lefts = flags.map(({ at }) => scales['x']!.getPixelForValue(at))
    let taken = -Infinity
    flags.forEach(({ kind, text }, index) => {
      const left = lefts[index]!
      const colour = kind === 'annotation' ? palette.quiet : palette[kind]
      ctx.strokeStyle = kind === 'annotation' ? palette.hairline : colour
      ctx.setLineDash(kind === 'annotation' ? [] : [2, 2])
      line(ctx, [left, middle], [left, foot])
      ctx.setLineDash([])
      ctx.strokeStyle = ctx.fillStyle = colour
      if (kind === 'annotation') pennant(ctx, left, middle)
      else step(ctx, left, middle, kind)

      const after = Math.min(lefts[index + 1] ?? Infinity, chartArea.right) - left - BESIDE - GAP
      const before = left - Math.max(taken, chartArea.left) - BESIDE
      const toTheLeft = after < widthOf(text, font) && before > after
      const words = fitted(text, font, toTheLeft ? before - GAP : after)
      const width = widthOf(words, font)
      ctx.fillText(words, toTheLeft ? left - BESIDE - width : left + BESIDE, middle)
      taken = toTheLeft || !words ? left + BESIDE : left + BESIDE + width
    })
  })
}

function pennant(ctx: Brush, x: number, y: number): void {
  ctx.beginPath()
  ctx.moveTo(x, y - 5)
  ctx.lineTo(x + 8, y - 1)
  ctx.lineTo(x, y + 3)
  ctx.closePath()
  ctx.fill()
}

function step(ctx: Brush, x: number, y: number, kind: 'up' | 'down'): void {
  const rise = kind === 'up' ? -4 : 4
  ctx.save()
  ctx.lineWidth = 2
  line(ctx, [x - 8, y - rise], [x, y - rise], [x, y + rise], [x + 8, y + rise])
  ctx.restore()
}

function line(ctx: Brush, [x, y]: [number, number], ...rest: [number, number][]): void {
  ctx.beginPath()
  ctx.moveTo(x, y)
  for (const [nextX, nextY] of rest) ctx.lineTo(nextX, nextY)
  ctx.stroke()
}
