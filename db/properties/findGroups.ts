import { setTimeout } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { BeingCounted } from '../../surveys/errors.ts'
import type { Db } from '../statements.ts'
import { isRegrouping, regrouped } from './regrouping.ts'
import { grouping, segment } from '../schema/index.ts'
import { isShownGroup } from '../scoreboard/segments.ts'

/** How long a read waits for groups that are being counted, in milliseconds. */
const LONGEST_WAIT = 500

/**
 * Finds the values of a property that have groups; '' stands for all other values.
 * @param value the required value; any if omitted
 * @returns nothing if the property has no groups
 * @throws BeingCounted if the property has no groups yet while groups are being counted
 */
export async function findGroups(
  db: Db,
  surveyId: string,
  property: string,
  value?: string,
): Promise<Set<string>> {
  const before = await readGroups(db, surveyId, property)
  if (value === undefined ? before.size : before.has(value)) return before
  await Promise.race([regrouped(db, surveyId), setTimeout(LONGEST_WAIT, null, { ref: false })])
  const groups = await readGroups(db, surveyId, property)
  if (!groups.size && (await isBeingCounted(db, surveyId, property)))
    throw new BeingCounted(property)
  return groups
}

async function readGroups({ orm }: Db, surveyId: string, property: string): Promise<Set<string>> {
  const rows = await orm
    .select({ value: segment.value })
    .from(segment)
    .where(and(eq(segment.surveyId, surveyId), eq(segment.property, property), isShownGroup))
  return new Set(rows.map(({ value }) => value))
}

/**
 * Whether groups are being counted. While properties are being chosen, even one without groups may get
 * some.
 */
async function isBeingCounted(db: Db, surveyId: string, property: string): Promise<boolean> {
  const [row] = await db.orm
    .select({ state: grouping.state })
    .from(grouping)
    .where(
      and(eq(grouping.surveyId, surveyId), eq(grouping.property, property), eq(grouping.value, '')),
    )
  return row?.state === 'counting' || (!row && isRegrouping(db, surveyId))
}
