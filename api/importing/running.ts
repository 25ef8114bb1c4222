import { hostname } from 'node:os'
import {
  discardImports,
  listUnfinished,
  markAlive,
  startImport,
  type UnfinishedImport,
} from '../../db/importing/imports.ts'
import type { Db } from '../../db/statements.ts'
import { finishUndoing } from '../../db/importing/undoing.ts'
import { MINUTE } from '../../surveys/durations.ts'
import { Conflict } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'

/**
 * Heartbeat interval of an import, and the silence after which it is considered dead, in milliseconds.
 */
const BEAT = 10_000
const SILENCE = MINUTE

const HOST = hostname()
const RUNNER = `${process.pid}@${HOST}`

/**
 * Begins an import unless another is running, and deletes what interrupted ones left behind.
 * @param run `now` in milliseconds UTC
 * @returns a function to call when the import has ended
 * @throws Conflict
 */
export async function beginImport(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  run: { id: string; surveyId: string; fileName: string; now: number },
): Promise<() => void> {
  await finishUndoing(db)
  await startImport(db, { ...run, runner: RUNNER })
  try {
    await clearTheWay(db, run, now())
  } catch (error) {
    await discardImports(db, [run.id])
    throw error
  }
  // Ignores a failed heartbeat, since later ones follow.
  const timer = setInterval(() => void markAlive(db, run.id, now()).catch(() => {}), BEAT)
  return () => clearInterval(timer)
}

/** Resumes interrupted undoing, and deletes what interrupted imports left behind. */
export async function clearLeftovers(db: Db, now: number): Promise<void> {
  await finishUndoing(db)
  await discardDead(db, await listUnfinished(db), now)
}

async function clearTheWay(db: Db, run: { id: string }, now: number): Promise<void> {
  const others = (await listUnfinished(db)).filter(({ id }) => id !== run.id)
  // Of two concurrent starts the earlier id wins.
  const running = others.find((other) => other.id < run.id && isRunning(other, now))
  if (running)
    throw new Conflict(
      `“${running.fileName}” is being imported right now. Start this import when that one has ended.`,
    )
  await discardDead(db, others, now)
}

async function discardDead(db: Db, runs: UnfinishedImport[], now: number): Promise<void> {
  const dead = runs.filter((run) => !isRunning(run, now))
  await discardImports(
    db,
    dead.map(({ id }) => id),
  )
}

/**
 * Whether an import is running. Checks a process on this machine directly, and one on another by its
 * heartbeat.
 */
function isRunning({ runner, aliveAt }: UnfinishedImport, now: number): boolean {
  if (runner === null || aliveAt === null || now - aliveAt > SILENCE) return false
  const [pid, host] = runner.split('@')
  return host !== HOST || isProcess(Number(pid))
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
