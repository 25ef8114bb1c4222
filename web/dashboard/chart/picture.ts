import type { Metric } from '../../../surveys/scoring/metrics.ts'
import type { GroupScore, Period } from '../base/api.ts'
import type { Cut } from './scale.ts'

/** What stands on a day of the trend. `at` counts periods from 0 on; whole numbers are their middles. */
export type Flag = { at: number; kind: 'annotation' | 'up' | 'down'; text: string }

export type TrendPicture = {
  metric: Metric
  /** What the main line is called at its end; '' where it stands alone. */
  name: string
  periods: Period[]
  /** Whose answers the bars beneath count, one by one under the periods. */
  bars: Period[]
  /** The periods of an earlier time, laid under the others one by one. */
  before: Period[]
  overlays: { name: string; look: number; periods: Period[] }[]
  flags: Flag[]
  /** What the line is, where that has to be said on it. */
  note: string
  labels: string[]
  writeScore: (value: number) => string
  writeCount: (n: number) => string
  rightToLeft: boolean
}

type FunnelPoint = {
  value: string
  score: GroupScore & { score: number; low: number; high: number }
  /** Whether it lies outside of the 95 % limits. */
  isOutside: boolean
}

/** The limits at so many answers: 95 % inside 99.8 %. */
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
  /** The groups' names, one by one with the points. */
  names: string[]
  axis: string
  writeScore: (value: number) => string
  writeCount: (n: number) => string
  rightToLeft: boolean
}
