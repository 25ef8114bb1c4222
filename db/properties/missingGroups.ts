import type { Db } from '../statements.ts'
import { readGroups, regroup } from './regrouping.ts'
import { MOST_PROPERTIES } from '../scoreboard/segments.ts'
import { countedIn } from './uses.ts'
import { SERVER, runFor } from '../requestScope.ts'

/**
 * Records that a counted answer's property or value found no place, and has the groups chosen again: at
 * once if a place is free, otherwise when it came with one in fifty of the survey's answers.
 */
export function noteMissingGroup(
  db: Db,
  surveyId: string,
  reserved: string[],
  what: 'property' | 'value',
): void {
  let surveys = waiting.get(db)
  if (!surveys) waiting.set(db, (surveys = new Map()))
  let pending = surveys.get(surveyId)
  if (!pending)
    surveys.set(surveyId, (pending = { property: 0, value: 0, due: START, busy: false }))
  pending[what]++
  chooseWhenDue(db, surveyId, reserved, pending)
}

function chooseWhenDue(db: Db, surveyId: string, reserved: string[], pending: Pending) {
  const isDue = pending.property >= pending.due.property || pending.value >= pending.due.value
  if (pending.busy || !isDue) return
  Object.assign(pending, { property: 0, value: 0, busy: true })
  chooseNow(db, surveyId, reserved, pending).then(
    // What arrived meanwhile may have missed its place.
    () => chooseWhenDue(db, surveyId, reserved, pending),
    // `regroup` has reported it and retries.
    () => {},
  )
}

async function chooseNow(db: Db, surveyId: string, reserved: string[], pending: Pending) {
  try {
    await regroup(db, surveyId, reserved)
    pending.due = await runFor(SERVER, () => nextDue(db, surveyId, reserved))
  } finally {
    pending.busy = false
  }
}

async function nextDue(db: Db, surveyId: string, reserved: string[]): Promise<typeof START> {
  const share = Math.max(1, Math.floor((await countedIn(db, surveyId)) / 50))
  const { values } = await readGroups(db, surveyId)
  const taken = [...values.keys()].filter((name) => !reserved.includes(name)).length
  return { property: taken < MOST_PROPERTIES ? 1 : share, value: share }
}

type Pending = { property: number; value: number; due: typeof START; busy: boolean }
const START = { property: 1, value: 1 }
const waiting = new WeakMap<Db, Map<string, Pending>>()
