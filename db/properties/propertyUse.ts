import { and, eq, ne } from 'drizzle-orm'
import type { Db } from '../statements.ts'
import { isRegrouping, regroup } from './regrouping.ts'
import { grouping, segment } from '../schema/index.ts'
import { MOST_VALUES } from '../scoreboard/segments.ts'
import { usesOfNames, usesOfValues } from './uses.ts'

/**
 * Whether a property or value has a group, waits for a place, is being counted, or was hidden by an
 * admin.
 */
export const PLACES = ['grouped', 'waiting', 'counting', 'hidden'] as const
type Place = (typeof PLACES)[number]

type ValueUse = { value: string; answers: number; place: Place }
export type PropertyUse = {
  name: string
  answers: number
  place: Place
  reserved: boolean
  values: ValueUse[]
}

/**
 * A survey's most used properties and values, each with its number of counted answers, and all hidden
 * ones.
 */
export async function readPropertyUse(
  db: Db,
  surveyId: string,
  reserved: string[],
): Promise<PropertyUse[]> {
  const names = await usesOfNames(db, surveyId)
  const isBusy = isRegrouping(db, surveyId)
  const settings = await db.orm.select().from(grouping).where(eq(grouping.surveyId, surveyId))
  const groups = await db.orm
    .select({ property: segment.property, value: segment.value })
    .from(segment)
    .where(eq(segment.surveyId, surveyId))
  const key = (property: string, value: string) => JSON.stringify([property, value])
  const grouped = new Set(groups.flatMap(({ property, value }) => [property, key(property, value)]))
  const states = new Map(settings.map((row) => [key(row.property, row.value), row.state]))
  const placeOf = (property: string, value?: string): Place => {
    const state = states.get(key(property, value ?? ''))
    if (state === 'hidden') return 'hidden'
    if (state === 'counting' || state === 'leaving') return 'counting'
    if (grouped.has(value === undefined ? property : key(property, value))) return 'grouped'
    return isBusy ? 'counting' : 'waiting'
  }
  const shown = names.slice(0, MOST_SHOWN)
  const hidden = new Set(
    settings.filter(({ state }) => state === 'hidden').map(({ property }) => property),
  )
  const others = [...hidden]
    .filter((property) => !shown.some(({ name }) => name === property))
    .map((property) => ({ name: property, n: names.find(({ name }) => name === property)?.n ?? 0 }))
  const listed = [...shown, ...others]
  const uses = await usesOfValues(
    db,
    surveyId,
    listed.map(({ name }) => name),
  )
  return listed.map(({ name, n }) => ({
    name,
    answers: n,
    place: placeOf(name),
    reserved: reserved.includes(name),
    values: withHidden(
      uses.get(name) ?? [],
      settings.filter(({ property, value }) => property === name && value !== ''),
    ).map((use) => ({ value: use.name, answers: use.n, place: placeOf(name, use.name) })),
  }))
}

/** Adds hidden values to the most used ones. */
function withHidden(uses: { name: string; n: number }[], hidden: { value: string }[]) {
  const most = uses.slice(0, MOST_VALUES)
  const others = hidden
    .filter(({ value }) => !most.some(({ name }) => name === value))
    .map(({ value }) => ({ name: value, n: uses.find(({ name }) => name === value)?.n ?? 0 }))
  return [...most, ...others]
}

const MOST_SHOWN = 100

/**
 * Hides or shows a property or one of its values, and recounts. Resolves once the change is stored; the
 * recount continues.
 */
export async function setHidden(
  db: Db,
  { surveyId, property, value }: { surveyId: string; property: string; value: string },
  hidden: boolean,
  reserved: string[],
): Promise<void> {
  const row = { surveyId, property, value, state: 'hidden' as const }
  const target = [grouping.surveyId, grouping.property, grouping.value]
  await db.atomically((orm) => [
    hidden
      ? orm
          .insert(grouping)
          .values(row)
          .onConflictDoUpdate({ target, set: { state: 'hidden' } })
      : orm
          .delete(grouping)
          .where(
            and(
              eq(grouping.surveyId, surveyId),
              eq(grouping.property, property),
              eq(grouping.value, value),
              eq(grouping.state, 'hidden'),
            ),
          ),
    // Lets the next server start resume an interrupted recount.
    orm
      .insert(grouping)
      .values({ ...row, value: '', state: 'counting' })
      .onConflictDoUpdate({
        target,
        set: { state: 'counting' },
        setWhere: ne(grouping.state, 'hidden'),
      }),
  ])
  // `regroup` reports failures and retries.
  regroup(db, surveyId, reserved).catch(() => {})
}

/** Reads the hidden properties by survey; viewers don't see them with single responses either. */
export async function hiddenProperties({ orm }: Db): Promise<Map<string, Set<string>>> {
  const rows = await orm
    .select({ surveyId: grouping.surveyId, property: grouping.property })
    .from(grouping)
    .where(and(eq(grouping.state, 'hidden'), eq(grouping.value, '')))
  const hidden = new Map<string, Set<string>>()
  for (const { surveyId, property } of rows)
    hidden.set(surveyId, (hidden.get(surveyId) ?? new Set()).add(property))
  return hidden
}
