import { FUNNEL_Z, funnelLimits } from '../../../surveys/scoring/funnel.ts'
import type { GroupScore, Score } from '../base/api.ts'
import type { Funnel, FunnelLimit } from '../chart/picture.ts'
import { cutTo, ENDS } from '../chart/scale.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'

/** Enough for the limits to look like curves. */
const POINTS = 60

/** How far the limits extend beyond the smallest and largest group, so that their narrowing shows. */
const MARGIN = 1.6

/** A property's groups by number of answers, with the limits of chance variation. */
export function funnelOf(everyone: Score, groups: [value: string, score: GroupScore][]): Funnel {
  const { metric, histogram } = everyone
  const limitAt = (n: number): FunnelLimit => {
    const inner = funnelLimits(metric, histogram, n, FUNNEL_Z.inner)
    const outer = funnelLimits(metric, histogram, n, FUNNEL_Z.outer)
    return { n, ...inner, lowest: outer.low, highest: outer.high }
  }
  const points = groups
    .flatMap(([value, score]) => (isShown(score) ? [{ value, score }] : []))
    .map(({ value, score }) => {
      const { low, high } = limitAt(score.n)
      return { value, score, isOutside: score.score < low || score.score > high }
    })
    .toSorted((a, b) => a.score.n - b.score.n)

  const sizes = points.map(({ score }) => score.n)
  const [from, to] = [Math.min(...sizes) / MARGIN, Math.max(...sizes) * MARGIN]
  const limits = Array.from({ length: POINTS }, (_, at) =>
    limitAt(from * (to / from) ** (at / (POINTS - 1))),
  )
  const { low, high, step } = ENDS[metric]
  const scores = points.map(({ score }) => score.score)
  const down = (value: number) => low + Math.floor((value - low) / step) * step
  const min = Math.max(low, down(Math.min(...scores, limits[0]!.low)))
  const max = Math.min(high, down(Math.max(...scores, limits[0]!.high)) + step)
  return {
    metric,
    target: everyone.score!,
    points,
    limits,
    min,
    max,
    cut: cutTo(metric, min, max),
  }
}
