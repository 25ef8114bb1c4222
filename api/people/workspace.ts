import { changeTimeZone, recountDays } from '../../db/scores/timeZone.ts'
import { renameWorkspace } from '../../db/people/workspace.ts'
import { MINUTE } from '../../surveys/durations.ts'
import type { Deps } from '../base/deps.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

/** The longest that an answer is being saved, in milliseconds. */
const ON_ITS_WAY = MINUTE

/**
 * Changes the company's name and the time zone. A new time zone recounts every response while new
 * answers wait (README.md).
 * @throws StorageUnavailable if the disk is full; then nothing has changed
 */
export async function changeWorkspace(
  { db, now, workspace }: World,
  { name, timeZone }: { name?: string | undefined; timeZone?: string | undefined },
): Promise<void> {
  if (name !== undefined) {
    await renameWorkspace(db, name)
    workspace.name = name
  }
  if (timeZone === undefined || timeZone === workspace.timeZone) return
  const begun = now()
  await changeTimeZone(db, { timeZone, now: begun })
  workspace.timeZone = timeZone
  // Recounts answers that were saved meanwhile with days of the old time zone.
  await recountDays(db, { timeZone, since: begun - ON_ITS_WAY, now: now() })
}
