import { compare } from '../../surveys/scoring/compare.ts'
import { ewma } from '../../surveys/scoring/shifts/ewma.ts'
import { addHistograms, type Histogram } from '../../surveys/scoring/histogram.ts'
import { detectShifts } from '../../surveys/scoring/shifts/shift.ts'
import { drawAnswers, seededRandom } from './chance.ts'
import { markdown, meanOf } from './markdown.ts'
import type { Truth } from './truths.ts'

const USUAL: Truth = [0.2, 0.3, 0.5]
const FALLEN: Truth = [0.25, 0.3, 0.45]
const WEEKS = 52
const YEARS = 300

/**
 * Tabulates how often a year with an unchanging weekly NPS of +30 signals, and how soon a fall by 10
 * does.
 */
export function shiftTable(): string {
  const rows = [20, 100, 1000].flatMap((weekly) =>
    [8, 13, 52].map((baselineWeeks) => rowOf(weekly, baselineWeeks)),
  )
  return markdown(
    [
      'answers a week',
      'weeks in the baseline',
      'signals a year',
      'with textbook limits',
      'each week against the last',
      'weeks until a fall by 10 is found (median)',
    ],
    rows,
  )
}

function rowOf(weekly: number, baselineWeeks: number): string[] {
  const random = seededRandom(weekly + baselineWeeks)
  const years = Array.from({ length: YEARS }, () => {
    const baselinePeriods = weeksOf(USUAL, weekly, random, baselineWeeks)
    const baseline = addHistograms(...baselinePeriods)
    const calm = weeksOf(USUAL, weekly, random)
    const { points, shifts } = detectShifts('nps', calm, baseline, { baselinePeriods })
    const fallen = weeksOf(FALLEN, weekly, random)
    const [fall] = detectShifts('nps', fallen, baseline, { baselinePeriods }).shifts
    return {
      signals: shifts.length,
      textbook: textbookSignals(points.map(({ z }) => z)),
      weekly: weekAgainstLast(calm),
      detected: fall ? fall.at + 1 : Infinity,
    }
  })
  const median = years.map((year) => year.detected).sort((a, b) => a - b)[YEARS / 2]!
  return [
    `${weekly}`,
    `${baselineWeeks}`,
    meanOf(years.map(({ signals }) => signals)).toFixed(2),
    meanOf(years.map(({ textbook }) => textbook)).toFixed(2),
    meanOf(years.map((year) => year.weekly)).toFixed(2),
    median === Infinity ? `over ${WEEKS}` : `${median}`,
  ]
}

function weeksOf(truth: Truth, weekly: number, random: () => number, weeks = WEEKS): Histogram[] {
  return Array.from({ length: weeks }, () => drawAnswers('nps', weekly, truth, random))
}

function textbookSignals(zs: number[]): number {
  const sides = ewma(zs, { center: 0, sd: 1, lambda: 0.2, L: 2.86 }).map((point) =>
    Math.abs(point.ewma) > point.limit ? Math.sign(point.ewma) : 0,
  )
  return sides.filter((side, i) => side !== 0 && side !== sides[i - 1]).length
}

function weekAgainstLast(weeks: Histogram[]): number {
  return weeks.filter((week, i) => {
    const { verdict } = compare('nps', weeks[i - 1] ?? {}, week)
    return verdict === 'up' || verdict === 'down'
  }).length
}
