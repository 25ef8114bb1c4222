import { bisect } from '../distributions/bisect.ts'
import { Z95 } from '../distributions/distributions.ts'
import { leastExpected, type Interval } from './proportion.ts'

/** Promoters, detractors and all answers of one NPS question. */
export type NpsCounts = { promoters: number; detractors: number; n: number }

/** With so few promoters or detractors, neither of the two intervals alone is wide enough. */
const RARE = 2

/**
 * The 95 % interval of an NPS, as shares (−1…1): adjusted Wald, or Tango's where adjusted Wald is poor,
 * with fewer than 10 answers or all in one band. With at most two detractors or promoters, it is the union
 * of both. As in `shareInterval`, a limit near an end moves out as far as a Poisson count requires. The
 * last two rules are our own, from simulations (docs/statistics.md).
 * @param counts n ≥ 1
 */
export function npsInterval(counts: NpsCounts): Interval & { method: 'adjusted-wald' | 'tango' } {
  const { promoters, detractors, n } = counts
  const oneBand = [promoters, detractors, n - promoters - detractors].includes(n)
  if (n < 10 || oneBand) return { ...reachingEnds(counts, tango(counts)), method: 'tango' }
  const { estimate, variance } = adjustedWald(counts)
  const margin = Z95 * Math.sqrt(variance)
  const wald = { low: Math.max(-1, estimate - margin), high: Math.min(1, estimate + margin) }
  const interval = Math.min(promoters, detractors) <= RARE ? outer(wald, tango(counts)) : wald
  return { ...reachingEnds(counts, interval), method: 'adjusted-wald' }
}

function outer(one: Interval, other: Interval): Interval {
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) }
}

/** Moves a limit outwards if the answers are fewer than z² steps, in total, from that end of the scale. */
function reachingEnds({ promoters, detractors, n }: NpsCounts, { low, high }: Interval): Interval {
  const [toLow, toHigh] = [n + promoters - detractors, n - promoters + detractors]
  const isNear = (steps: number) => steps < Z95 ** 2
  return {
    low: isNear(toLow) ? Math.min(low, -1 + leastExpected(toLow, Z95) / n) : low,
    high: isNear(toHigh) ? Math.max(high, 1 - leastExpected(toHigh, Z95) / n) : high,
  }
}

/**
 * The adjusted Wald estimate AW(¾, 3): adds three answers, ¾ promoter, 1½ passive, ¾ detractor.
 * @returns the estimate as a share (−1…1) and the variance of that estimate
 * Source: Bonett & Price 2012 (the method); Rocks 2016, Lewis & Sauro 2021 (these weights for NPS).
 */
export function adjustedWald(counts: NpsCounts): { estimate: number; variance: number } {
  const promoters = counts.promoters + 0.75
  const detractors = counts.detractors + 0.75
  const n = counts.n + 3
  const variance = npsVariance(promoters / n, detractors / n) / n
  return { estimate: (promoters - detractors) / n, variance }
}

/**
 * The variance of one answer's −1, 0 or 1, which is p + d − (p − d)²; promoters and detractors are
 * not independent, so it is not p(1 − p) + d(1 − d).
 * @param promoterShare, detractorShare 0…1
 */
export function npsVariance(promoterShare: number, detractorShare: number): number {
  return promoterShare + detractorShare - (promoterShare - detractorShare) ** 2
}

/**
 * Tango's score interval of an NPS, as shares (−1…1): all δ that a score test does not reject.
 * Source: Tango 1998, Statistics in Medicine 17:891 (a difference of paired proportions, which is
 * what an NPS is).
 */
export function tango({ promoters, detractors, n }: NpsCounts): Interval {
  const score = (promoters - detractors) / n
  const distance = (delta: number) =>
    (promoters - detractors - n * delta) /
    Math.sqrt(n * tangoVariance({ promoters, detractors, n }, delta))
  return {
    low: score === -1 ? -1 : bisect(-1, score, (delta) => distance(delta) > Z95),
    high: score === 1 ? 1 : bisect(score, 1, (delta) => distance(delta) > -Z95),
  }
}

// The variance of one answer if δ were the truth, with the most likely share q of detractors.
function tangoVariance({ promoters, detractors, n }: NpsCounts, delta: number): number {
  const a = 2 * n
  const b = -promoters - detractors + (2 * n - promoters + detractors) * delta
  const c = -detractors * delta * (1 - delta)
  const q = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a)
  return 2 * q + delta * (1 - delta)
}
