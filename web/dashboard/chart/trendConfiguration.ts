import { cutOf } from './scale.ts'
import { flagRoom } from './flags.ts'
import type { ChartConfiguration } from './library.ts'
import { nameRoom } from './names.ts'
import type { Palette } from './palette.ts'
import { fontOf, widthOf } from './text.ts'
import type { TrendPicture } from './picture.ts'

type Scales = NonNullable<NonNullable<ChartConfiguration<'line'>['options']>['scales']>

/** A trend's axes and padding; trend.ts draws the rest. */
export function trendConfiguration(picture: TrendPicture, palette: Palette) {
  const configuration: ChartConfiguration<'line', number[], string> = {
    type: 'line',
    data: { labels: picture.labels, datasets: [] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 8 + flagRoom(picture), right: nameRoom(picture, palette) } },
      scales: scalesOf(picture, palette),
    },
  }
  return configuration as Omit<ChartConfiguration, 'plugins'>
}

/** The least space between two labels, in px. */
const LABEL_GAP = 24
/** How many labels are measured to estimate the longest. */
const SAMPLE = 24

function scalesOf(picture: TrendPicture, palette: Palette): Scales {
  const { min, max, step } = cutOf(picture.metric, picture.periods, [
    picture.before,
    ...picture.overlays.map(({ periods }) => periods),
  ])
  const position = picture.rightToLeft ? 'right' : 'left'
  const ticks = { color: palette.quiet, font: { family: palette.font, size: 12 } }
  const n: Scales[string] = {
    stack: 'all',
    stackWeight: 1,
    position,
    min: 0,
    suggestedMax: Math.max(1, ...picture.bars.map((bar) => bar.n)),
    grid: { display: false },
    border: { display: false },
    ticks: {
      ...ticks,
      maxTicksLimit: 4,
      precision: 0,
      // The topmost label would overlap the lowest of the scale above.
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
    // By default chart.js measures a label for each day before it skips most of them.
    afterBuildTicks: (scale) => {
      const every = Math.ceil(
        (longest(picture.labels, palette) + LABEL_GAP) / (scale.maxWidth / scale.ticks.length),
      )
      scale.ticks = scale.ticks.filter((_, at) => at % every === 0)
    },
    ticks: { ...ticks, maxRotation: 0, autoSkip: false },
  }
  // A stack on the left is listed from bottom to top, one on the right from top to bottom.
  return picture.rightToLeft ? { x, y, n } : { x, n, y }
}

function longest(labels: string[], palette: Palette): number {
  const every = Math.ceil(labels.length / SAMPLE)
  const sample = labels.filter((_, at) => at % every === 0)
  return Math.max(0, ...sample.map((label) => widthOf(label, fontOf(palette))))
}
