import { changeTimeZone, recountDays } from '../../db/scores/timeZone.ts'
import { renameWorkspace } from '../../db/people/workspace.ts'
import type { Deps } from '../base/deps.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

/** No answer is in flight longer. */
const ON_ITS_WAY = 60_000

/**
 * Changes the company's name and the time zone. Another time zone recounts every response, and new
 * answers wait meanwhile (README.md).
 * @throws StorageUnavailable if the disk is full; nothing unfinished remains
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
  // Answers stored between the change and this line had their days read in the old zone.
  await recountDays(db, { timeZone, since: begun - ON_ITS_WAY, now: now() })
}
