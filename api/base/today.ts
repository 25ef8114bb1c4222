import { dayOf, startOf, type Day } from '../../surveys/days.ts'
import type { Deps } from './deps.ts'

type World = Pick<Deps, 'now' | 'workspace'>

/**
 * Returns today in the workspace's time zone, the last day of every count and list. Responses that a
 * file or a wrong clock dated later count once their day has come.
 */
export function todayIn({ now, workspace }: World): Day {
  return dayOf(now(), workspace.timeZone)
}

/** Returns when today ends, in milliseconds UTC. */
export function endOfToday(world: World): number {
  return startOf(todayIn(world) + 1, world.workspace.timeZone)
}
