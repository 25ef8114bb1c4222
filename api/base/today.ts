import { dayOf, startOf, type Day } from '../../surveys/days.ts'
import type { Deps } from './deps.ts'

type World = Pick<Deps, 'now' | 'workspace'>

/**
 * Today in the workspace's time zone: the last day of every count and list. Responses dated later, by a
 * file or a wrong clock, count once their day has come.
 */
export function todayIn({ now, workspace }: World): Day {
  return dayOf(now(), workspace.timeZone)
}

/** When today ends, in milliseconds UTC. */
export function endOfToday(world: World): number {
  return startOf(todayIn(world) + 1, world.workspace.timeZone)
}
