import { watchFloods, type Crowd } from '../../api/floods/floods.ts'

const MINUTE = 60_000

/** An attack on a survey: its number of address groups, and its most answers per minute. */
export type Attack = { groups: number; most: number; minutes: number; usualDay: number }

/** How the attack's and the customers' answers were classified. */
export type RampUp = { attack: Record<Crowd, number>; customers: Record<Crowd, number> }

/**
 * Simulates an attack that begins with five answers a minute and doubles every minute, while three
 * customers a minute answer, each from another address group. Nobody sends a proof.
 * @param start milliseconds UTC
 */
export function rampUp({ groups, most, minutes, usualDay }: Attack, start: number): RampUp {
  const crowdOf = watchFloods(() => usualDay)
  const found: RampUp = { attack: nothing(), customers: nothing() }
  const arrive = (who: keyof RampUp, nth: number, group: string, now: number) => {
    const response = `${who} ${nth}`
    found[who][crowdOf({ survey: 'a', response, group, wasQueued: false }, now)]++
  }
  let attacks = 0
  let customers = 0
  for (let minute = 0; minute < minutes; minute++) {
    const n = Math.min(most, 5 * 2 ** minute)
    for (let nth = 0; nth < n; nth++) {
      const now = start + minute * MINUTE + Math.floor((nth * MINUTE) / n)
      if (nth % Math.ceil(n / 3) === 0) arrive('customers', customers++, `c${customers}`, now)
      arrive('attack', attacks++, `g${attacks % groups}`, now)
    }
  }
  return found
}

const nothing = (): Record<Crowd, number> => ({ usual: 0, flood: 0, overrun: 0 })
