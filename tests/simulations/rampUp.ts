import { watchFloods, type Crowd } from '../../api/floods/floods.ts'

const MINUTE = 60_000

/** Who floods a survey: from how many groups of addresses, and how many answers a minute at most. */
export type Attack = { groups: number; most: number; minutes: number; usualDay: number }

/** What came of the attack's and the customers' answers, by what they were taken for. */
export type RampUp = { attack: Record<Crowd, number>; customers: Record<Crowd, number> }

/**
 * An attack that begins with five answers a minute and doubles every minute, while three customers a
 * minute answer, each from elsewhere. Nobody proves anything.
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
