import type { Day } from '../../surveys/days.ts'
import {
  addHistograms,
  bandCounts,
  sizeOf,
  type Histogram,
} from '../../surveys/scoring/histogram.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import { compare } from '../../surveys/scoring/compare.ts'
import { scoreOf } from '../../surveys/scoring/score.ts'
import { learnBaseline, type Week } from '../../surveys/watching/baseline.ts'
import { usualRules } from '../../surveys/watching/rules.ts'
import { newShare, type DayAnswers } from '../../surveys/watching/share.ts'
import { newShift, shiftsAfter, type ReportedShift } from '../../surveys/watching/shifts.ts'
import { newSilence } from '../../surveys/watching/silence.ts'
import { drawAnswers, seededRandom } from './chance.ts'
import { markdown, meanOf } from './markdown.ts'
import type { Truth } from './truths.ts'

const USUAL: Record<Metric, Truth> = {
  nps: [0.2, 0.3, 0.5],
  csat: [0.15, 0.85],
  ces: [0.05, 0.06, 0.09, 0.1, 0.2, 0.25, 0.25],
}
const YEARS = 300
const WEEKS = 52

/** Counts alerts per year, by rule, of a survey in which nothing ever changes. */
export function alertTable(): string {
  const rows = (['nps', 'csat', 'ces'] as const).flatMap((metric) =>
    [20, 100, 1000].map((weekly) => rowOf(metric, weekly)),
  )
  return markdown(
    [
      '',
      'answers a week',
      'shift',
      'share over the threshold',
      'silence',
      'each week against the last',
    ],
    rows,
  )
}

function rowOf(metric: Metric, weekly: number): string[] {
  const random = seededRandom(weekly)
  const years = Array.from({ length: YEARS }, () => alertsOfAYear(metric, weekly, random))
  const perYear = (rule: keyof (typeof years)[number]) =>
    meanOf(years.map((year) => year[rule])).toFixed(2)
  return [
    metric.toUpperCase(),
    `${weekly}`,
    ...(['shift', 'share', 'silence', 'weekly'] as const).map(perYear),
  ]
}

// Simulates the whole path: random days, a learnt baseline, then a year in which every week and day is
// checked as the product does.
function alertsOfAYear(metric: Metric, weekly: number, random: () => number) {
  const days: DayAnswers[] = []
  const weeks: Week[] = []
  const addWeek = () => {
    const from = days.length
    for (let day = from; day < from + 7; day++) {
      const n = poisson(weekly / 7, random)
      days.push({ day, histogram: drawAnswers(metric, n, USUAL[metric], random) })
    }
    const histogram = addHistograms(...days.slice(from).map((day) => day.histogram))
    weeks.push({ from, to: from + 6, histogram })
  }
  let learnt = learnBaseline(weeks).days
  while (!learnt) {
    addWeek()
    learnt = learnBaseline(weeks).days
  }
  const score = scoreOf(metric, addHistograms(...weeks.map(({ histogram }) => histogram)))
  const baseline = { ...learnt, ...score }
  const rules = usualRules({
    perWeek: score.n / weeks.length,
    unhappy: (100 * bandCounts(metric, score.histogram).unhappy) / score.n,
  })

  const raised = { shift: 0, share: 0, silence: 0, weekly: 0 }
  let shift: ReportedShift | null = null
  let share: { to: Day; over: number } | null = null
  let silence: Day | null = null
  for (let week = 0; week < WEEKS; week++) {
    addWeek()
    const today = days.length
    const reported = newShift(shiftsAfter(metric, baseline, weeks), today, shift)
    if (reported) {
      raised.shift++
      shift = reported
    }
    raised.weekly += Number(isNaiveAlarm(metric, weeks))
    for (let now = today - 6; now <= today; now++) {
      const known = days.slice(0, now)
      const over = newShare(
        metric,
        rules.share,
        known.slice(Math.min(share?.to ?? now, now - 1) - rules.share.days),
        share,
      )
      if (over) {
        raised.share++
        share = { to: over.to, over: rules.share.over }
      }
      const lastAnswer = known.findLast(({ histogram }) => sizeOf(histogram) > 0)!.day
      const quiet = newSilence(rules.silence, { lastAnswer, liveSince: 0, today: now }, silence)
      if (quiet) {
        raised.silence++
        silence = quiet.from
      }
    }
  }
  return raised
}

function isNaiveAlarm(metric: Metric, weeks: readonly Week[]): boolean {
  const [before, now] = weeks.slice(-2).map(({ histogram }): Histogram => histogram)
  const { verdict } = compare(metric, before!, now!)
  return verdict === 'up' || verdict === 'down'
}

/** Draws from a Poisson distribution (Knuth 1969, in steps of 500). */
function poisson(expected: number, random: () => number): number {
  if (expected > 500) return poisson(500, random) + poisson(expected - 500, random)
  let count = -1
  for (let left = 1; left > Math.exp(-expected); count++) left *= random()
  return count
}
