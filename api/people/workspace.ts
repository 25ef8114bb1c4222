import { changeTimeZone, recountDays } from '../../db/scores/timeZone.ts'
import { renameWorkspace } from '../../db/people/workspace.ts'
import type { Deps } from '../base/deps.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

/** No answer is on its way for longer. */
const ON_ITS_WAY = 60_000

/**
 * Changes what the company is called and whose days the scores are counted by. Another time zone
 * counts every response anew, which keeps answers waiting meanwhile (README.md).
 * @throws StorageUnavailable when the disk is full; then what was not changed is as it was
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
  // Answers that were kept after the change and before this line had their days read in the old zone.
  await recountDays(db, { timeZone, since: begun - ON_ITS_WAY, now: now() })
}
