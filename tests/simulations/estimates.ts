import { addHistograms, type Histogram } from '../../surveys/scoring/histogram.ts'
import { momentsOf } from '../../surveys/scoring/moments.ts'
import { detectShifts } from '../../surveys/scoring/shifts/shift.ts'
import { drawAnswers, seededRandom } from './chance.ts'
import { markdown, meanOf } from './markdown.ts'

const BASELINE_WEEKS = 13
const WEEKS = 52
const YEARS = 300

/**
 * Tabulates signals per year of a weekly NPS around +30 whose true score varies, with and without
 * allowing for that.
 */
export function wobbleTable(): string {
  const rows = [
    [20, 3.7],
    [100, 3.7],
    [1000, 0],
    [1000, 3.7],
    [1000, 7],
  ].map(([weekly, wobble]) => {
    const { reckoned, steady } = signalsOfWobble(weekly!, wobble!, YEARS)
    return [`${weekly}`, `${wobble}`, reckoned.toFixed(2), steady.toFixed(2)]
  })
  return markdown(['answers a week', 'sd of true score', 'signals a year', 'assumed steady'], rows)
}

/** Counts signals per year without a shift, if the wobble is estimated and if it is assumed to be 0. */
export function signalsOfWobble(weekly: number, wobble: number, years: number) {
  const random = seededRandom(weekly + wobble)
  const signals = Array.from({ length: years }, () => {
    const baselinePeriods = weeksAround(0, BASELINE_WEEKS, weekly, wobble, random)
    const baseline = addHistograms(...baselinePeriods)
    const year = weeksAround(0, WEEKS, weekly, wobble, random)
    return {
      reckoned: detectShifts('nps', year, baseline, { baselinePeriods }).shifts.length,
      steady: detectShifts('nps', year, baseline).shifts.length,
    }
  })
  return {
    reckoned: meanOf(signals.map(({ reckoned }) => reckoned)),
    steady: meanOf(signals.map(({ steady }) => steady)),
  }
}

/** Tabulates how a true shift after 13 weeks without one is detected and estimated within a year. */
export function estimateTable(): string {
  const rows = [
    [20, -10],
    [20, -20],
    [20, -40],
    [100, -10],
    [100, -20],
    [1000, -5],
    [1000, -10],
  ].map(([weekly, size]) => {
    const detected = detectedShifts(weekly!, size!, YEARS)
    const rate = (holds: (shift: DetectedShift) => boolean) =>
      ((100 * detected.filter(holds).length) / detected.length).toFixed(0)
    return [
      `${weekly}`,
      `${size}`,
      `${detected.length} of ${YEARS}`,
      meanOf(detected.map((shift) => shift.size)).toFixed(1),
      meanOf(detected.map((shift) => shift.naive)).toFixed(1),
      rate(({ low, high }) => low <= size! && size! <= high),
      rate(({ first, last }) => first <= 0 && last >= 0),
      meanOf(detected.map(({ first, last }) => last - first + 1)).toFixed(0),
      `${tenth(detected, 'since')}`,
      `${tenth(detected, 'crossed')}`,
    ]
  })
  return markdown(
    [
      'answers a week',
      'true shift',
      'found',
      'estimated size, mean',
      'score since − before',
      'size in its limits, %',
      'onset in its weeks, %',
      'weeks, mean',
      'a tenth of onsets earlier than (weeks)',
      'the same by the average’s crossing',
    ],
    rows,
  )
}

/** Weeks count from the true onset. */
type DetectedShift = {
  size: number
  low: number
  high: number
  naive: number
  first: number
  last: number
  since: number
  crossed: number
}

/**
 * Simulates surveys with a true shift in their 14th watched week, and returns those in which it is
 * detected.
 */
export function detectedShifts(weekly: number, size: number, surveys: number): DetectedShift[] {
  const random = seededRandom(weekly - size)
  const onset = 13
  return Array.from({ length: surveys }).flatMap(() => {
    const baselinePeriods = weeksAround(0, BASELINE_WEEKS, weekly, 0, random)
    const baseline = addHistograms(...baselinePeriods)
    const weeks = [
      ...weeksAround(0, onset, weekly, 0, random),
      ...weeksAround(size, WEEKS, weekly, 0, random),
    ]
    const { points, shifts } = detectShifts('nps', weeks, baseline, { baselinePeriods })
    const detected = shifts.find(({ at, size: by }) => at >= onset && by * size > 0)
    if (!detected) return []
    const before = points.slice(0, detected.at + 1)
    const crossed = before.findLastIndex(({ ewma }) => ewma * size <= 0) + 1
    const answers = addHistograms(...weeks.slice(crossed, detected.at + 1))
    return [
      {
        size: detected.size,
        low: detected.low,
        high: detected.high,
        naive: momentsOf('nps', answers).mean - momentsOf('nps', baseline).mean,
        first: detected.onset.first - onset,
        last: detected.onset.last - onset,
        since: detected.since - onset,
        crossed: crossed - onset,
      },
    ]
  })
}

function weeksAround(
  shift: number,
  weeks: number,
  weekly: number,
  wobble: number,
  random: () => number,
): Histogram[] {
  return Array.from({ length: weeks }, () => {
    const moved = (shift + wobble * normal(random)) / 200
    return drawAnswers('nps', weekly, [0.2 - moved, 0.3, 0.5 + moved], random)
  })
}

function tenth(detected: DetectedShift[], key: 'since' | 'crossed'): number {
  return detected.map((shift) => shift[key]).toSorted((a, b) => a - b)[
    Math.floor(detected.length / 10)
  ]!
}

/** Draws a standard normal number (Box & Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
