import { dayOf, startOf, type Day } from '../../surveys/days.ts'
import type { Deps } from './deps.ts'

type World = Pick<Deps, 'now' | 'workspace'>

/**
 * Today in the workspace's time zone: the last day of every count and list. What is dated later, by a
 * file or by a clock that was wrong, is counted and listed once its day has come.
 */
export function todayIn({ now, workspace }: World): Day {
  return dayOf(now(), workspace.timeZone)
}

/** The instant at which today ends, in milliseconds UTC. */
export function endOfToday(world: World): number {
  return startOf(todayIn(world) + 1, world.workspace.timeZone)
}
