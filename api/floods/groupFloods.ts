import type { Crowd } from './floods.ts'
import { WindowCounter } from '../base/windowCounter.ts'

/** So many from one group in a minute need no proof, as when a whole office was asked, */
const PER_MINUTE = 30
/** and beyond so many in a minute or an hour none counts until somebody has looked. */
const OVERRUN = { minute: 120, hour: 600 }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** For so long proofs are asked of a group. */
const WARY = 10 * MINUTE

/**
 * Counts the new responses of groups of addresses.
 * @returns what counts one of a group, by its key, at a time in milliseconds UTC, if it `isNew`, and says
 *          what it is part of; `scale` is how many times the answers of a small survey are usual
 */
export function watchGroups(): (key: string, now: number, scale: number, isNew: boolean) => Crowd {
  const minutes = new WindowCounter(Infinity, MINUTE)
  const hours = new WindowCounter(Infinity, HOUR)
  const wary = new WindowCounter(Infinity, WARY)
  return (key, now, scale, isNew) => {
    if (isNew) for (const counter of [minutes, hours]) counter.add(key, now)
    const minute = minutes.count(key, now)
    if (minute > OVERRUN.minute * scale || hours.count(key, now) > OVERRUN.hour * scale)
      return 'overrun'
    if (minute > PER_MINUTE * scale) wary.add(key, now)
    return wary.count(key, now) ? 'flood' : 'usual'
  }
}
