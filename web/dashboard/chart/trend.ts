import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js'
import { BANDS, type Metric } from '../../../surveys/scoring/metrics.ts'
import type { Period } from '../api.ts'
import { runsOf } from '../runs.ts'
import { cutOf } from '../scale.ts'
import { readPalette, type Palette } from './palette.ts'

// The one file that knows chart.js; everything else hands it a picture.

export type Picture = {
  metric: Metric
  periods: Period[]
  /** The periods of an earlier time, laid under the others one by one. */
  before: Period[]
  labels: string[]
  writeScore: (value: number) => string
  writeCount: (n: number) => string
  rightToLeft: boolean
}

export type TrendDrawing = {
  update: (picture: Picture) => void
  /** Marks a period, and says how far from the left it stands. */
  point: (index: number | null) => number | null
  nearest: (event: PointerEvent) => number | null
  destroy: () => void
}

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
)

export function drawTrend(canvas: HTMLCanvasElement, first: Picture): TrendDrawing {
  const marked: Marked = { index: null, palette: readPalette(canvas) }
  const chart = new Chart(canvas, configuration(first, marked.palette, cursorPlugin(marked)))

  return {
    update(picture) {
      marked.palette = readPalette(canvas)
      const { data, options } = configuration(picture, marked.palette, cursorPlugin(marked))
      chart.data = data
      chart.options = options!
      chart.update('none')
    },
    point(index) {
      marked.index = index
      chart.draw()
      return index === null ? null : chart.scales['x']!.getPixelForValue(index)
    },
    nearest(event) {
      const x = event.clientX - canvas.getBoundingClientRect().left
      const found = chart.scales['x']!.getValueForPixel(x)
      const last = (chart.data.labels?.length ?? 0) - 1
      return found === undefined || last < 0 ? null : Math.max(0, Math.min(last, found))
    },
    destroy: () => chart.destroy(),
  }
}

type Marked = { index: number | null; palette: Palette }
type Configuration = ChartConfiguration<'line' | 'bar', (number | null)[], string>
type Scales = NonNullable<NonNullable<Configuration['options']>['scales']>

function configuration(picture: Picture, palette: Palette, cursor: Plugin): Configuration {
  return {
    type: 'line',
    plugins: [cursor],
    data: { labels: picture.labels, datasets: datasetsOf(picture, palette) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 8 } },
      scales: scalesOf(picture, palette),
    },
  }
}

function datasetsOf(
  { periods, before }: Picture,
  palette: Palette,
): Configuration['data']['datasets'] {
  const shown = new Map(runsOf(periods).flatMap((run) => run.map(({ at, period }) => [at, period])))
  const values = (name: 'score' | 'low' | 'high') =>
    periods.map((_, at) => shown.get(at)?.[name] ?? null)
  const earlier = new Map(
    runsOf(before).flatMap((run) => run.map(({ at, period }) => [at, period.score])),
  )
  const isLone = (at: number) => shown.has(at) && !shown.has(at - 1) && !shown.has(at + 1)
  const edge = { type: 'line', yAxisID: 'y', borderWidth: 0, pointRadius: 0 } as const

  return [
    { ...edge, data: values('low') },
    { ...edge, data: values('high'), fill: '-1', backgroundColor: palette.interval },
    {
      type: 'line',
      yAxisID: 'y',
      data: values('score'),
      borderColor: palette.line,
      borderWidth: 2,
      borderJoinStyle: 'round',
      // A point is drawn only where no line can be.
      pointRadius: periods.map((_, at) => (isLone(at) ? 3 : 0)),
      pointBackgroundColor: palette.line,
      pointBorderColor: palette.line,
    },
    {
      ...edge,
      data: periods.map((_, at) => earlier.get(at) ?? null),
      borderColor: palette.quiet,
      borderWidth: 1.5,
      borderDash: [4, 4],
    },
    ...BANDS.map((band) => ({
      type: 'bar' as const,
      yAxisID: 'n',
      stack: 'n',
      data: periods.map(({ bands }) => bands[band]),
      backgroundColor: palette[band],
      barPercentage: 0.9,
      categoryPercentage: 0.9,
      maxBarThickness: 28,
    })),
  ]
}

function scalesOf(picture: Picture, palette: Palette): Scales {
  const { min, max, step } = cutOf(picture.metric, picture.periods)
  const position = picture.rightToLeft ? 'right' : 'left'
  const ticks = { color: palette.quiet, font: { family: palette.font, size: 12 } }
  const n: Scales[string] = {
    stack: 'all',
    stackWeight: 1,
    stacked: true,
    position,
    beginAtZero: true,
    grid: { display: false },
    border: { display: false },
    ticks: {
      ...ticks,
      maxTicksLimit: 4,
      precision: 0,
      // The topmost would stand on the lowest of the scale above.
      callback: (value, at, all) =>
        at === all.length - 1 ? '' : picture.writeCount(Number(value)),
    },
  }
  const y: Scales[string] = {
    stack: 'all',
    stackWeight: 3,
    position,
    min,
    max,
    grid: { color: palette.hairline, drawTicks: false },
    border: { display: false },
    ticks: {
      ...ticks,
      padding: 8,
      stepSize: step,
      callback: (value) => picture.writeScore(Number(value)),
    },
  }
  const x: Scales[string] = {
    offset: true,
    grid: { display: false },
    border: { color: palette.hairline },
    ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 24 },
  }
  // A stack on the left is listed from its foot, one on the right from its top.
  return picture.rightToLeft ? { x, y, n } : { x, n, y }
}

// The vertical line under mouse or keys, and the interval of a period that stands alone.
function cursorPlugin(marked: Marked): Plugin {
  return {
    id: 'cursor',
    afterDatasetsDraw({ ctx, scales, data, chartArea }) {
      const { x, y } = scales
      const [low, high, score] = data.datasets.map(
        ({ data: values }) => values as (number | null)[],
      )
      ctx.save()
      ctx.lineWidth = 2
      ctx.strokeStyle = marked.palette.interval
      score!.forEach((value, at) => {
        const alone = value !== null && score![at - 1] == null && score![at + 1] == null
        if (alone)
          stroke(
            ctx,
            x!.getPixelForValue(at),
            y!.getPixelForValue(low![at]!),
            y!.getPixelForValue(high![at]!),
          )
      })
      if (marked.index !== null) {
        const at = x!.getPixelForValue(marked.index)
        const value = score![marked.index]
        ctx.lineWidth = 1
        ctx.strokeStyle = marked.palette.quiet
        stroke(ctx, at, chartArea.top, chartArea.bottom)
        if (value != null) dot(ctx, at, y!.getPixelForValue(value), marked.palette)
      }
      ctx.restore()
    },
  }
}

function stroke(ctx: CanvasRenderingContext2D, x: number, from: number, to: number): void {
  ctx.beginPath()
  ctx.moveTo(x, from)
  ctx.lineTo(x, to)
  ctx.stroke()
}

function dot(ctx: CanvasRenderingContext2D, x: number, y: number, palette: Palette): void {
  ctx.beginPath()
  ctx.arc(x, y, 5, 0, 2 * Math.PI)
  ctx.fillStyle = palette.line
  ctx.fill()
  ctx.lineWidth = 2
  ctx.strokeStyle = palette.paper
  ctx.stroke()
}
