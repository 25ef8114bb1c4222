import { draw, type Drawing, type Live, type Plot } from './drawing.ts'
import type { Chart, ChartConfiguration, Plugin } from './library.ts'
import type { Palette } from './palette.ts'
import type { FunnelPicture } from './picture.ts'
import { fitted, fontOf, widthOf } from './text.ts'

export function drawFunnel(
  canvas: HTMLCanvasElement,
  first: FunnelPicture,
): Drawing<FunnelPicture> {
  return draw(canvas, first, PLOT)
}

/** The least distance between two groups' names, in px. */
const LINE = 14

/** The greatest distance from the pointer to a point that it selects, in px. */
const NEAR = 40

const PLOT: Plot<FunnelPicture> = {
  configure,
  plugins: (live) => [onTop(live)],
  leftOf: (chart, index) => placesOf(chart)[index]!.x,
  nearest(chart, x, y) {
    const far = placesOf(chart).map((place) => Math.hypot(place.x - x, place.y - y))
    const nearest = far.indexOf(Math.min(...far))
    return far[nearest]! < NEAR ? nearest : null
  },
}

const placesOf = (chart: Chart) => chart.getDatasetMeta(0).data

function configure(picture: FunnelPicture, palette: Palette) {
  const { points, limits, target } = picture
  const line = (y: (limit: (typeof limits)[number]) => number, dash: number[]) => ({
    type: 'line' as const,
    data: limits.map((limit) => ({ x: limit.n, y: y(limit) })),
    borderColor: palette.quiet,
    borderWidth: 1,
    borderDash: dash,
    pointRadius: 0,
  })
  const ticks = { color: palette.quiet, font: { family: palette.font, size: 12 } }
  const colour = { above: palette.up, below: palette.down }
  const colours = points.map(({ score: { tier } }) =>
    tier === 'above' || tier === 'below' ? colour[tier] : palette.quiet,
  )
  const configuration: ChartConfiguration<'scatter' | 'line', { x: number; y: number }[]> = {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: points.map(({ score }) => ({ x: score.n, y: score.score })),
          pointRadius: 5,
          pointStyle: points.map(({ score }) => SHAPES[score.tier]),
          // A triangle that points down stands for a group below the others.
          pointRotation: points.map(({ score }) => (score.tier === 'below' ? 180 : 0)),
          pointBackgroundColor: points.map(({ score }, at) =>
            score.tier === 'too-few' ? palette.paper : colours[at]!,
          ),
          pointBorderColor: colours,
        },
        line(() => target, []),
        line(({ low }) => low, [6, 3]),
        line(({ high }) => high, [6, 3]),
        line(({ lowest }) => lowest, [2, 3]),
        line(({ highest }) => highest, [2, 3]),
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 8 } },
      scales: {
        x: {
          type: 'logarithmic',
          min: limits[0]!.n,
          max: limits.at(-1)!.n,
          grid: { display: false },
          border: { color: palette.hairline },
          title: { display: true, text: picture.axis, color: palette.quiet, font: ticks.font },
          afterBuildTicks: (scale) => {
            scale.ticks = ticksBetween(scale.min, scale.max).map((value) => ({ value }))
          },
          ticks: { ...ticks, maxRotation: 0, callback: (n) => picture.writeCount(Number(n)) },
        },
        y: {
          position: picture.rightToLeft ? 'right' : 'left',
          min: picture.min,
          max: picture.max,
          grid: { color: palette.hairline, drawTicks: false },
          border: { display: false },
          ticks: { ...ticks, padding: 8, callback: (value) => picture.writeScore(Number(value)) },
        },
      },
    },
  }
  return configuration as Omit<ChartConfiguration, 'plugins'>
}

/** Round numbers of answers, as few as possible. */
function ticksBetween(min: number, max: number): number[] {
  const within = (digits: number[]) =>
    Array.from({ length: 8 }, (_, power) => digits.map((digit) => digit * 10 ** power))
      .flat()
      .filter((n) => n >= min && n <= max)
  const coarse = within([1, 2, 5])
  return coarse.length < 3 ? within([1, 2, 3, 4, 5, 6, 8]) : coarse
}

const SHAPES = {
  above: 'triangle',
  below: 'triangle',
  'cannot-tell': 'circle',
  'too-few': 'circle',
} as const

/** Draws the names of outlying groups, and a ring around the group under the cursor. */
function onTop(live: Live<FunnelPicture>): Plugin {
  return {
    id: 'onTop',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart
      const { picture, palette, cursor } = live
      const font = fontOf(palette)
      ctx.save()
      ctx.font = font
      ctx.textBaseline = 'middle'
      ctx.textAlign = 'left'
      ctx.fillStyle = palette.ink
      const taken = placesOf(chart).map(({ x, y }) => ({ from: x - 6, to: x + 6, y }))
      placesOf(chart).forEach(({ x, y }, at) => {
        if (!picture.points[at]!.isOutside) return
        const name = fitted(picture.names[at]!, font, 140)
        const width = widthOf(name, font)
        const isFree = (from: number) =>
          from + width < chartArea.right &&
          from > chartArea.left &&
          !taken.some(
            (other) => Math.abs(other.y - y) < LINE && from < other.to && from + width > other.from,
          )
        const sides = [x + 10, x - 10 - width]
        const from = sides.find(isFree) ?? sides[x + 10 + width < chartArea.right ? 0 : 1]!
        ctx.fillText(name, from, y)
        taken.push({ from, to: from + width, y })
      })
      if (cursor !== null) {
        const { x, y } = placesOf(chart)[cursor]!
        ctx.strokeStyle = palette.line
        ctx.lineWidth = 2
        ctx.beginPath()
        ctx.arc(x, y, 9, 0, 2 * Math.PI)
        ctx.stroke()
      }
      ctx.restore()
    },
  }
}
