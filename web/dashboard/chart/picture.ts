import type { Metric } from '../../../surveys/scoring/metrics.ts'
import type { GroupScore, Period } from '../base/api.ts'
import type { Cut } from './scale.ts'

/** An annotation or shift. `at` is its position in periods; whole numbers are their middles. */
export type Flag = { at: number; kind: 'annotation' | 'up' | 'down'; text: string }

export type TrendPicture = {
  metric: Metric
  /** The main line's name, written at its end; '' for a single line. */
  name: string
  periods: Period[]
  /** The bars below the periods, one for each. */
  bars: Period[]
  /** The periods compared with, drawn at the same positions. */
  before: Period[]
  overlays: { name: string; look: number; periods: Period[] }[]
  flags: Flag[]
  /** A note above the chart, such as for a rolling line. */
  note: string
  labels: string[]
  writeScore: (value: number) => string
  writeCount: (n: number) => string
  rightToLeft: boolean
}

type FunnelPoint = {
  value: string
  score: GroupScore & { score: number; low: number; high: number }
  /** Whether it is outside the 95% limits. */
  isOutside: boolean
}

/** The 95% and 99.8% limits for n answers. */
export type FunnelLimit = Record<'low' | 'high' | 'lowest' | 'highest', number> & { n: number }

export type Funnel = {
  metric: Metric
  target: number
  points: FunnelPoint[]
  limits: FunnelLimit[]
  min: number
  max: number
  cut: Cut | null
}

export type FunnelPicture = Funnel & {
  /** The groups' names, in the order of the points. */
  names: string[]
  axis: string
  writeScore: (value: number) => string
  writeCount: (n: number) => string
  rightToLeft: boolean
}
