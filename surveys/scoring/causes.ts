import { splitChange } from './decompose.ts'
import { addHistograms, sizeOf, subtractHistogram, type Histogram } from './histogram.ts'
import type { Metric } from './metrics.ts'
import { momentsOf } from './moments.ts'

/** One side of a change: all its answers, and those of each group by property and value. */
export type Side = {
  everyone: Histogram
  groups: Readonly<Record<string, Readonly<Record<string, Histogram>>>>
}

type Part = { n: number; score: number | null }

/** A score's change split by one property; mix + within is the total difference. */
export type Cause = {
  mix: number
  within: number
  groups: { value: string | null; before: Part; now: Part; mix: number; within: number }[]
}

/**
 * Splits the change of a score by each property in turn; see splitChange for the parts. Answers without
 * the property form a group with the value null.
 * @param before, now each answer once in `everyone`, and at most once within a property
 * @returns score points, by property; empty if either side has no answers
 */
export function splitByProperty(metric: Metric, before: Side, now: Side): Record<string, Cause> {
  const properties = new Set([...Object.keys(before.groups), ...Object.keys(now.groups)])
  const causes = [...properties].flatMap((property): [string, Cause][] => {
    const [was, is] = [groupsOf(before, property), groupsOf(now, property)]
    const split = splitChange(metric, was, is)
    if (!split) return []
    const groups = split.groups.map(({ key, mix, within }) => ({
      value: key === NONE ? null : key.slice(1),
      before: partOf(metric, was[key]),
      now: partOf(metric, is[key]),
      mix,
      within,
    }))
    return [[property, { mix: split.mix, within: split.within, groups }]]
  })
  return Object.fromEntries(causes)
}

// The key of answers without the property; keys of values begin with "=".
const NONE = 'none'

function groupsOf({ everyone, groups }: Side, property: string): Record<string, Histogram> {
  const values = Object.entries(groups[property] ?? {})
  const rest = subtractHistogram(everyone, addHistograms(...values.map(([, counts]) => counts)))
  const named = Object.fromEntries(values.map(([value, counts]) => [`=${value}`, counts]))
  return sizeOf(rest) > 0 ? { ...named, [NONE]: rest } : named
}

function partOf(metric: Metric, histogram: Histogram = {}): Part {
  const { n, mean } = momentsOf(metric, histogram)
  return { n, score: n === 0 ? null : mean }
}
