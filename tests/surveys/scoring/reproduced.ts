import { ewma } from '../../../surveys/scoring/shifts/ewma.ts'
import { histogramOf } from '../../../surveys/scoring/histogram.ts'
import { logOdds } from '../../../surveys/scoring/keyness.ts'
import { welch } from '../../../surveys/scoring/differences/meanDifference.ts'
import { adjustBenjaminiHochberg } from '../../../surveys/scoring/differences/multiplicity.ts'
import { npsDifference } from '../../../surveys/scoring/differences/npsDifference.ts'
import {
  adjustedWald,
  npsVariance,
  tango,
  type NpsCounts,
} from '../../../surveys/scoring/intervals/npsInterval.ts'
import { newcombe, wilson } from '../../../surveys/scoring/intervals/proportion.ts'
import { roundHalfAway } from '../../../surveys/scoring/round.ts'
import {
  answersForNpsMargin,
  answersForPercentageWidth,
} from '../../../surveys/scoring/sampleSize.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { shareDifference } from '../../../surveys/scoring/differences/shareDifference.ts'
import { shrink } from '../../../surveys/scoring/shrinkage.ts'
import { kaplanMeier, type Spell, type Step } from '../../../surveys/scoring/survival.ts'

type Bands = { promoters: number; passives: number; detractors: number }
type TimesAndEvents = { time: number[]; event: number[] }
type Results = Record<string, number | null | (number | null)[]>

const Z = 1.959963984540054

/** For each kind of vector, the product's own functions with the vector's inputs and results. */
export const REPRODUCED: Record<string, (input: never) => Results> = {
  nps_score_raw: ({ answers }: { answers: number[] }) => {
    const { score, bands, n } = scoreOf('nps', histogramOf(answers))
    const variance = npsVariance(bands.happy / n, bands.unhappy / n)
    return { nps: shareOf(score), variance, se: Math.sqrt(variance / n) }
  },
  nps_score: npsOfBands,
  nps_variance: npsOfBands,
  nps_ci_wald_NOT_independent: ({ promoters, detractors, n }: NpsCounts) => {
    const score = (promoters - detractors) / n
    const margin = Z * Math.sqrt(npsVariance(promoters / n, detractors / n) / n)
    return { lower: score - margin, upper: score + margin }
  },
  nps_ci_tango_score: (counts: NpsCounts) => {
    const { low, high } = tango(counts)
    return { nps: (counts.promoters - counts.detractors) / counts.n, lower: low, upper: high }
  },
  nps_ci_adjusted_wald_3: (counts: NpsCounts) => {
    const { estimate, variance } = adjustedWald(counts)
    const se = Math.sqrt(variance)
    return {
      estimate_adj: estimate,
      se,
      lower_unclipped: estimate - Z * se,
      upper_unclipped: estimate + Z * se,
      tango_lower: tango(counts).low,
      tango_upper: tango(counts).high,
    }
  },
  nps_two_sample_adjusted_wald_3: (x: Record<'P1' | 'D1' | 'n1' | 'P2' | 'D2' | 'n2', number>) => {
    const second = { promoters: x.P2, detractors: x.D2, n: x.n2 }
    const first = { promoters: x.P1, detractors: x.D1, n: x.n1 }
    const { estimate, se, z, p, low, high } = npsDifference(second, first)
    return { diff: estimate, se, z, p, lo: low, hi: high }
  },
  proportion_ci_wilson: ({ x, n }: { x: number; n: number }) => {
    const { low, high } = wilson(x / n, n)
    return { lower: low, upper: high }
  },
  proportion_difference_newcombe10: (x: Record<'x1' | 'n1' | 'x2' | 'n2', number>) => {
    const { low, high } = newcombe({ count: x.x2, n: x.n2 }, { count: x.x1, n: x.n1 })
    return { lower: low, upper: high }
  },
  'chi2_2x2_n-1': ({ table }: { table: [[number, number], [number, number]] }) => {
    const [before, after] = table.map(([yes, no]) => ({ count: yes, n: yes + no }))
    const { z, p } = shareDifference(before!, after!)
    return { statistic: z ** 2, p }
  },
  welch_t: ({ x, y }: { x: number[]; y: number[] }) => {
    const { t, df, p, low, high } = welch(momentsOfAny(y), momentsOfAny(x))
    return { t, df, p, ci_low: low, ci_high: high }
  },
  benjamini_hochberg: ({ p }: { p: number[] }) => ({ adjusted: adjustBenjaminiHochberg(p) }),
  benjamini_hochberg_reject: ({ p, alpha }: { p: number[]; alpha: number }) => ({
    reject: adjustBenjaminiHochberg(p).map((adjusted) => (adjusted <= alpha ? 1 : 0)),
  }),
  ewma: ({
    x,
    ...chart
  }: {
    x: number[]
    center: number
    sd: number
    lambda: number
    L: number
  }) => {
    const points = ewma(x, chart)
    return { ewma: points.map((point) => point.ewma), sigma: points.map(({ sigma }) => sigma) }
  },
  kaplan_meier: (cohort: TimesAndEvents) => {
    const { steps, median } = kaplanMeier(spellsOf(cohort))
    return {
      time: steps.map(({ time }) => time),
      at_risk: steps.map(({ atRisk }) => atRisk),
      survival: steps.map(({ survival }) => survival),
      se: steps.map(({ se }) => se),
      median,
      median_lower_log: medianByLogLimit(steps, -Z),
      median_upper_log: medianByLogLimit(steps, Z),
    }
  },
  kaplan_meier_loglog_ci: (cohort: TimesAndEvents) => {
    const { steps } = kaplanMeier(spellsOf(cohort))
    return {
      survival: steps.map(({ survival }) => survival),
      lower: steps.map(({ low }) => low),
      upper: steps.map(({ high }) => high),
    }
  },
  log_odds_dirichlet: (
    x: Record<'y_target' | 'y_ref' | 'n_target' | 'n_ref' | 'alpha_w' | 'alpha_0', number>,
  ) =>
    logOdds(
      { group: x.y_target, rest: x.y_ref },
      { group: x.n_target, rest: x.n_ref },
      { word: x.alpha_w, all: x.alpha_0 },
    ),
  efron_morris_shrinkage: ({ hits, at_bats }: { hits: number[]; at_bats: number }) => {
    // The paper shrinks the arcsine-transformed averages, whose variance is 1, and transforms back.
    const roots = hits.map((hit) => Math.sqrt(at_bats) * Math.asin((2 * hit) / at_bats - 1))
    const { mean, squares } = spreadOf(roots)
    const shrunk = shrink(
      mean,
      roots.map((value) => ({ value, variance: 1 })),
    )
    return {
      V: squares,
      one_minus_B: (shrunk[0]! - mean) / (roots[0]! - mean),
      estimates: shrunk.map((value) => (Math.sin(value / Math.sqrt(at_bats)) + 1) / 2),
    }
  },
  sample_size_proportion_ci_width: ({ p, width }: { p: number; width: number }) => ({
    n: answersForPercentageWidth(100 * p, 100 * width),
  }),
  sample_size_nps_margin: ({ p, d, margin }: { p: number; d: number; margin: number }) => ({
    n: answersForNpsMargin({ promoters: p, detractors: d }, 100 * margin),
  }),
  nps_rounding: ({ promoters, detractors, n }: NpsCounts) => {
    const neutral = n - promoters - detractors
    const { score } = scoreOf('nps', { 0: detractors, 7: neutral, 10: promoters })
    return { raw: score, display: roundHalfAway(score!) }
  },
}

function npsOfBands({ promoters, passives, detractors }: Bands): Results {
  const { score, n } = scoreOf('nps', { 0: detractors, 7: passives, 10: promoters })
  const variance = npsVariance(promoters / n, detractors / n)
  return { nps: shareOf(score), variance, se: Math.sqrt(variance / n) }
}

function shareOf(score: number | null): number | null {
  return score === null ? null : score / 100
}

function momentsOfAny(values: number[]): { n: number; mean: number; variance: number } {
  const { mean, squares } = spreadOf(values)
  return { n: values.length, mean, variance: squares / (values.length - 1) }
}

function spreadOf(values: number[]): { mean: number; squares: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) }
}

function spellsOf({ time, event }: TimesAndEvents): Spell[] {
  return time.map((at, i) => ({ time: at, ended: event[i] === 1 }))
}

// The vector's limits of the median are by logarithm, R's default; ours are log-log.
function medianByLogLimit(steps: Step[], z: number): number | null {
  const isBelowHalf = ({ survival, se }: Step) => survival * Math.exp((z * se) / survival) <= 0.5
  return steps.find(isBelowHalf)?.time ?? null
}
