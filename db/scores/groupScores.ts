import { sortIntoTiers, type JudgedGroup } from '../../surveys/scoring/groups.ts'
import { addHistograms, sizeOf, type Histogram } from '../../surveys/scoring/histogram.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import type { Score } from '../../surveys/scoring/score.ts'
import type { Db } from '../statements.ts'
import { recountLatest } from './recount.ts'
import { histogramsBySegment, histogramsOver, type GroupsQuery } from './scores.ts'

/** A group's score and how it compares with the other groups of its property. */
export type GroupScore = Score & Omit<JudgedGroup, 'key' | 'score'>

/**
 * Computes the scores of all groups, by property and value; value '' collects the values without a
 * group of their own. Each group is compared with all answers outside it, including those without the
 * property.
 */
export async function scoresBySegment(
  db: Db,
  query: GroupsQuery & { metric: Metric },
): Promise<Record<string, Record<string, GroupScore>>> {
  const properties = Object.entries(await histogramsBySegment(db, query))
  const lacking = await histogramsWithout(db, query, Object.fromEntries(properties))
  return Object.fromEntries(
    properties.map(([property, values]) => {
      const groups = Object.entries(values).map(([key, histogram]) => ({ key, histogram }))
      const judged = sortIntoTiers(query.metric, groups, lacking[property])
      return [
        property,
        Object.fromEntries(
          judged.map(({ key, score, ...evidenceLevel }) => [key, { ...score, ...evidenceLevel }]),
        ),
      ]
    }),
  )
}

type Groups = Record<string, Record<string, Histogram>>

/**
 * Counts the answers that lack each of some properties, under the same filters.
 * @param groups counted answers by property and value
 */
async function histogramsWithout(
  db: Db,
  query: GroupsQuery,
  groups: Groups,
): Promise<Record<string, Histogram>> {
  const ofAnswers = { ...query, counting: 'answers' as const }
  const isOfCustomers = query.counting === 'customers'
  const counted = isOfCustomers ? await histogramsBySegment(db, ofAnswers) : groups
  // Read after the groups, so that an answer saved in between is in both.
  const [everyone] = await histogramsOver(db, ofAnswers, [query.range])
  const found: Record<string, Histogram> = {}
  for (const property of Object.keys(groups)) {
    const lacking = remainder(everyone!, Object.values(counted[property] ?? {}))
    found[property] =
      isOfCustomers && sizeOf(lacking) > 0 ? await latestWithout(db, query, property) : lacking
  }
  return found
}

/** Counts customers, who can be in several groups, so that theirs can't be computed by subtraction. */
async function latestWithout(db: Db, query: GroupsQuery, without: string): Promise<Histogram> {
  const { segments = [], range } = query
  const [latest] = await recountLatest(db, { ...query, segments, without }, [range])
  return latest!
}

function remainder(everyone: Histogram, groups: Histogram[]): Histogram {
  const within = addHistograms(...groups)
  const left = Object.entries(everyone).map(([value, n]) => [
    value,
    Math.max(0, n - (within[Number(value)] ?? 0)),
  ])
  return Object.fromEntries(left) as Histogram
}
