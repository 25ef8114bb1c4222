import type { Crowd } from './floods.ts'
import { WindowCounter } from '../base/windowCounter.ts'
import { HOUR, MINUTE } from '../../surveys/durations.ts'

/** Up to this many from one group per minute need no proof, as when a whole office is asked. */
const PER_MINUTE = 30
/** Beyond this many in a minute or an hour, none counts until reviewed. */
const OVERRUN = { minute: 120, hour: 600 }

/** How long a group then has to send proofs of work. */
const WARY = 10 * MINUTE

/**
 * Counts the new responses of address groups.
 * @returns a function that counts a response of a group, by its key, at a time in milliseconds UTC, if
 *   it `isNew`, and classifies it; `scale` multiplies the limits, which suit a small survey
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
