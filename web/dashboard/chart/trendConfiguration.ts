import { BANDS } from '../../../surveys/scoring/metrics.ts'
import type { Period } from '../api.ts'
import { OVERLAY_LOOKS } from '../overlayLooks.ts'
import { runsOf } from '../runs.ts'
import { cutOf } from '../scale.ts'
import { flagRoom } from './flags.ts'
import type { ChartConfiguration } from './library.ts'
import { nameRoom } from './names.ts'
import type { Palette } from './palette.ts'
import type { TrendPicture } from './trend.ts'

type Configuration = ChartConfiguration<'line' | 'bar', (number | null)[], string>
type Datasets = Configuration['data']['datasets']
type Scales = NonNullable<NonNullable<Configuration['options']>['scales']>

/** The lines, bars and scales of a trend: low, high and score come first, in this order. */
export function trendConfiguration(picture: TrendPicture, palette: Palette) {
  const configuration: Configuration = {
    type: 'line',
    data: {
      labels: picture.labels,
      datasets: [
        ...mainLine(picture, palette),
        earlierLine(picture, palette),
        ...overlayLines(picture, palette),
        ...bars(picture, palette),
      ],
    },
    options: {
      animation: false,
      normalized: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 8 + flagRoom(picture), right: nameRoom(picture, palette) } },
      scales: scalesOf(picture, palette),
    },
  }
  return configuration as Omit<ChartConfiguration, 'plugins'>
}

// Points are drawn by points.ts: with a radius of its own, each would cost chart.js a look at all options.
const EDGE = { type: 'line', yAxisID: 'y', borderWidth: 0, pointRadius: 0 } as const

function mainLine({ periods }: TrendPicture, palette: Palette): Datasets {
  const shown = shownOf(periods)
  const values = (name: 'score' | 'low' | 'high') =>
    periods.map((_, at) => shown.get(at)?.[name] ?? null)
  return [
    { ...EDGE, data: values('low') },
    { ...EDGE, data: values('high'), fill: '-1', backgroundColor: palette.interval },
    {
      ...EDGE,
      data: values('score'),
      borderColor: palette.line,
      borderWidth: 2,
      borderJoinStyle: 'round',
    },
  ]
}

function earlierLine({ periods, before }: TrendPicture, palette: Palette): Datasets[number] {
  const earlier = shownOf(before)
  return {
    ...EDGE,
    data: periods.map((_, at) => earlier.get(at)?.score ?? null),
    borderColor: palette.quiet,
    borderWidth: 1.5,
    borderDash: [4, 4],
  }
}

function overlayLines({ periods, overlays }: TrendPicture, palette: Palette): Datasets {
  return overlays.map((overlay) => {
    const shown = shownOf(overlay.periods)
    return {
      ...EDGE,
      data: periods.map((_, at) => shown.get(at)?.score ?? null),
      borderColor: palette.overlays[overlay.look]!,
      borderWidth: 1.5,
      borderDash: [...OVERLAY_LOOKS[overlay.look]!.dash],
    }
  })
}

function bars({ bars }: TrendPicture, palette: Palette): Datasets {
  return BANDS.map((band) => ({
    type: 'bar' as const,
    yAxisID: 'n',
    stack: 'n',
    // There is one stack only; asked to group, chart.js looks for others at each of a year's bars.
    grouped: false,
    data: bars.map(({ bands }) => bands[band]),
    backgroundColor: palette[band],
    barPercentage: 0.9,
    categoryPercentage: 0.9,
    maxBarThickness: 28,
  }))
}

type Shown = Map<number, Period & { score: number }>

const shownOf = (periods: Period[]): Shown =>
  new Map(runsOf(periods).flatMap((run) => run.map(({ at, period }) => [at, period])))

function scalesOf(picture: TrendPicture, palette: Palette): Scales {
  const { min, max, step } = cutOf(
    picture.metric,
    picture.periods,
    picture.overlays.map(({ periods }) => periods),
  )
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
    ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 24, sampleSize: 24 },
  }
  // A stack on the left is listed from its foot, one on the right from its top.
  return picture.rightToLeft ? { x, y, n } : { x, n, y }
}
