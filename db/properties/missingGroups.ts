import type { Db } from '../statements.ts'
import { readGroups, regroup } from './regrouping.ts'
import { MOST_GROUPED_PROPERTIES } from '../scoreboard/segments.ts'
import { countedIn } from './uses.ts'

/**
 * Records that a counted response's property or value has no group for lack of room, and starts
 * choosing the groups again: at once if there is room, otherwise once one in fifty of the survey's
 * responses had it.
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
  if (pending.busy || !isDue(pending)) return
  Object.assign(pending, { property: 0, value: 0, busy: true })
  // Responses saved meanwhile may lack a group, too.
  const isDueAgain = async () => {
    pending.due = await nextDue(db, surveyId, reserved)
    pending.busy = isDue(pending)
    if (pending.busy) Object.assign(pending, { property: 0, value: 0 })
    return pending.busy
  }
  regroup(db, surveyId, reserved, isDueAgain).catch(() => {
    // `regroup` reports failures and retries.
    pending.busy = false
  })
}

const isDue = ({ property, value, due }: Pending) => property >= due.property || value >= due.value

async function nextDue(db: Db, surveyId: string, reserved: string[]): Promise<typeof START> {
  const share = Math.max(1, Math.floor((await countedIn(db, surveyId)) / 50))
  const { values } = await readGroups(db, surveyId)
  const taken = [...values.keys()].filter((name) => !reserved.includes(name)).length
  return { property: taken < MOST_GROUPED_PROPERTIES ? 1 : share, value: share }
}

type Pending = { property: number; value: number; due: typeof START; busy: boolean }
const START = { property: 1, value: 1 }
const waiting = new WeakMap<Db, Map<string, Pending>>()
