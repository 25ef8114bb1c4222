import { COMMAND, type AuditActor } from '../../db/audit/audit.ts'
import { countBelongings, findImport, listImports, undoImport } from '../../db/importing/undoing.ts'
import type { Belongings, ImportRecord } from '../../db/importing/undoing.ts'
import { clockTime } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { count, counted } from './report.ts'

type World = Pick<Deps, 'db' | 'now' | 'workspace'>

/** An import, and what undoing it would delete. */
export type UndoPreview = { run: ImportRecord; belongings: Belongings }

/** @returns undefined if there is no such import */
export async function findUndoPreview(
  { db }: Pick<Deps, 'db'>,
  id: string,
): Promise<UndoPreview | undefined> {
  const run = await findImport(db, id)
  return run && { run, belongings: await countBelongings(db, id) }
}

/** @throws InvalidInput if there is no such import */
export async function previewUndo(world: World, id: string): Promise<UndoPreview> {
  const found = await findUndoPreview(world, id)
  if (found) return found
  throw new InvalidInput([
    { field: 'undo', message: `there is no import "${id}"; --list shows those there are` },
  ])
}

/** Whether people have worked on what would be deleted, so that a confirmation is needed. */
export const isWorkedOn = ({ belongings }: UndoPreview): boolean =>
  belongings.workedOn + belongings.addedTo + belongings.reviewed > 0

/** Undoes an import permanently. @param progress called with the number of deleted responses */
export async function undo(
  { db, now }: World,
  { run }: UndoPreview,
  progress?: (deleted: number) => void,
  actor: AuditActor = COMMAND,
): Promise<void> {
  await undoImport(db, run, actor, now(), progress)
}

/** Formats what would be deleted as lines of text. */
export function undoLines({ run, belongings }: UndoPreview): string[] {
  const { responses, followUps, workedOn, addedTo, reviewed } = belongings
  if (run.undoneAt !== null)
    return [`${run.fileName} was undone before; the rest of it is deleted now.`]
  return [
    `${run.fileName}, imported into "${run.slug}": ${counted(responses, 'response')} and ${counted(followUps, 'case')} will be deleted.`,
    ...(workedOn
      ? [`${counted(workedOn, 'case')} with notes or changes by your team will be deleted, too.`]
      : []),
    ...(addedTo
      ? [`${counted(addedTo, 'response')} to which customers added words will be deleted, too.`]
      : []),
    ...(reviewed
      ? [`${counted(reviewed, 'response')} excluded or restored by your team will be deleted, too.`]
      : []),
  ]
}

/** Formats all imports as one line each, newest first. */
export async function importLines({ db, workspace }: World): Promise<string[]> {
  const runs = await listImports(db)
  if (!runs.length) return ['Nothing was imported yet.']
  const at = (time: number) => clockTime(time, workspace.timeZone)
  return runs.map(
    ({ id, slug, fileName, rows, stored, finishedAt, undoneAt }) =>
      `${id}  ${at(finishedAt)}  ${slug}  ${fileName}: ${count(stored)} stored of ${counted(rows, 'row')}${undoneAt === null ? '' : `, undone ${at(undoneAt)}`}`,
  )
}
