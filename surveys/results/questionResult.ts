import type { KnownQuestion } from '../knownQuestions.ts'
import { effectsOf, type Effect } from '../scoring/effects.ts'
import { evidenceLevelOf, type EvidenceLevel } from '../scoring/evidenceLevel.ts'
import { addHistograms, type Histogram } from '../scoring/histogram.ts'
import { meanInterval } from '../scoring/intervals/cesInterval.ts'
import { shareInterval, type Interval } from '../scoring/intervals/proportion.ts'
import type { Metric } from '../scoring/metrics.ts'
import { momentsOfPoints } from '../scoring/moments.ts'
import { countValues, sizeOfTallies, valuesIn, type Tally } from './tally.ts'

/** A percentage, 0…100, with its interval; null without answers. */
export type Share = { share: number | null; low: number | null; high: number | null }

type OptionResult = KnownQuestion['options'][number] &
  Share & {
    n: number
    /** Against the others who answered the question; null for numbers, which `upper` compares. */
    effect: Effect | null
  }

export type QuestionResult = Omit<KnownQuestion, 'options' | 'showIf'> & {
  /** How many answered it. Shares of options are of these, also where several can be chosen. */
  n: number
  evidenceLevel: EvidenceLevel
  options: OptionResult[]
  /** The mean of numbers, with its interval. */
  mean: ({ mean: number } & Interval) | null
  /** Those who chose a number from `from` on, against those who chose a lower one. */
  upper: (Effect & { from: number }) | null
}

/**
 * A question's results, from tallies of its answers. Options that are no longer offered are listed only if
 * they were chosen.
 * @param metric of the score that the answers are compared with
 */
export function questionResult(
  { options, ...question }: KnownQuestion,
  metric: Metric,
  tallies: Tally[],
): QuestionResult {
  const { question: id, kind, ask, isAsked } = question
  const n = sizeOfTallies(tallies)
  const counts = countValues(tallies)
  const shown = options.filter(({ value, isOffered }) => isOffered || counts.has(value))
  const isNumeric = kind === 'scale'
  const everyone = scoresOf(tallies)
  const effects = isNumeric
    ? null
    : effectsOf(
        metric,
        shown.map(({ value }) => scoresOf(tallies, (answer) => valuesIn(answer).includes(value))),
        everyone,
      )
  return {
    question: id,
    kind,
    ask,
    isAsked,
    n,
    evidenceLevel: evidenceLevelOf(n),
    options: shown.map((option, at) => {
      const count = counts.get(option.value) ?? 0
      return { ...option, n: count, ...shareOf(count, n), effect: effects?.[at] ?? null }
    }),
    mean: isNumeric && n > 0 ? meanOf(shown, counts) : null,
    upper: isNumeric && shown.length > 0 ? upperOf(metric, shown, tallies) : null,
  }
}

/** A share with its interval, in per cent. Source: proportion.ts. */
export function shareOf(count: number, n: number): Share {
  if (n === 0) return { share: null, low: null, high: null }
  const { low, high } = shareInterval(count / n, n)
  return { share: (100 * count) / n, low: 100 * low, high: 100 * high }
}

/** The scores of those whose answer matches. */
function scoresOf(tallies: Tally[], matches: (answer: string | null) => boolean = () => true) {
  const scores = tallies.flatMap(({ answer, score, n }): Histogram[] =>
    score !== null && matches(answer) ? [{ [score]: n }] : [],
  )
  return addHistograms(...scores)
}

type Numbers = { value: string }[]

const endsOf = (numbers: Numbers) => ({
  min: Number(numbers[0]!.value),
  max: Number(numbers.at(-1)!.value),
})

function meanOf(numbers: Numbers, counts: Map<string, number>) {
  const moments = momentsOfPoints(
    [...counts].map(([value, n]): [number, number] => [Number(value), n]),
  )
  return { mean: moments.mean, ...meanInterval(moments, endsOf(numbers)) }
}

/** The upper half of a scale starts above its middle. */
function upperOf(metric: Metric, numbers: Numbers, tallies: Tally[]) {
  const { min, max } = endsOf(numbers)
  const from = Math.floor((min + max) / 2) + 1
  const upper = scoresOf(tallies, (answer) => answer !== null && Number(answer) >= from)
  const [effect] = effectsOf(metric, [upper], scoresOf(tallies))
  return { ...effect!, from }
}
