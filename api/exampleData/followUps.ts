import type { Random } from './random.ts'
import type { ExampleCase } from '../../db/importing/exampleData.ts'
import { DAY, HOUR } from '../../surveys/durations.ts'

const NOTES = [
  'Called, apologised, sent a voucher.',
  'Known defect, told the customer when it will be repaired.',
  'Asked for photos.',
  'Replacement is on its way.',
  'Refund checked with accounting.',
  'Could not reach them, tried twice.',
  'Wants to be told when it works again.',
]

/** Outcomes in per cent of old follow-ups, those of the last weeks, and those of the last days. */
const ENDS = {
  old: { resolved: 91, dismissed: 5, contacted: 4 },
  recent: { resolved: 62, dismissed: 4, contacted: 26, new: 8 },
  fresh: { resolved: 18, contacted: 26, new: 56 },
} satisfies Record<string, Partial<Record<ExampleCase['state'], number>>>

/** Creates the history of one low answer's follow-up. @param people possible owners */
export function exampleFollowUp(
  { responseId, openedAt }: { responseId: string; openedAt: number },
  {
    random,
    now,
    replyWithin,
    people,
  }: { random: Random; now: number; replyWithin: number; people: { id: string; name: string }[] },
): ExampleCase {
  const age = now - openedAt
  const ends: Partial<Record<ExampleCase['state'], number>> =
    age > 21 * DAY ? ENDS.old : age > 3 * DAY ? ENDS.recent : ENDS.fresh
  const outcome = random.weighted(ends as Record<ExampleCase['state'], number>)
  const repliedAt = openedAt + Math.min(replyWithin * 3, random.around(5 * HOUR, 0.9))
  const endedAt = repliedAt + random.around(20 * HOUR, 1)
  const state = reached(outcome, { repliedAt, endedAt, now })
  const isTaken = state !== 'new' || random.chance(0.3)
  const owner = isTaken && people.length ? random.pick(people) : null
  return {
    responseId,
    state,
    ownerId: owner?.id ?? null,
    by: owner?.name ?? 'Example team',
    note: state !== 'new' && random.chance(0.45) ? random.pick(NOTES) : null,
    dueAt: openedAt + replyWithin,
    contactedAt: state === 'contacted' || state === 'resolved' ? Math.round(repliedAt) : null,
    closedAt: state === 'resolved' || state === 'dismissed' ? Math.round(endedAt) : null,
    updatedAt: Math.round(state === 'new' ? openedAt : state === 'contacted' ? repliedAt : endedAt),
  }
}

/** Limits an outcome to what the time since allows. */
function reached(
  outcome: ExampleCase['state'],
  { repliedAt, endedAt, now }: { repliedAt: number; endedAt: number; now: number },
): ExampleCase['state'] {
  if (outcome === 'new' || repliedAt > now) return 'new'
  return endedAt > now ? 'contacted' : outcome
}
