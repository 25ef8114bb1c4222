import { watchGroups } from './groupFloods.ts'

/** An answer as it arrives. */
export type Arrival = {
  survey: string
  response: string
  /** Names the group of addresses that it comes from; empty where that is not known. */
  group: string
  /** It waited on a kiosk for the network, so that it may arrive with many others at once. */
  wasQueued: boolean
}

/** `flood`: only what was worked for counts now. `overrun`: one group of addresses gave too many. */
export type Crowd = 'usual' | 'flood' | 'overrun'

/** So many new responses of a survey in a minute are never a flood, */
const LEAST_PER_MINUTE = 60
/** nor so many times the average minute of its busy days. */
const TIMES_PER_MINUTE = 10
/** The same of a day: so many, */
const LEAST_PER_DAY = 2_000
/** and so many times a busy day. */
const TIMES_PER_DAY = 3

const MINUTE = 60_000
const MINUTES_PER_DAY = 1_440
/** A flood lasts so many milliseconds beyond the last minute that had too many. */
const QUIET = 10 * MINUTE

/**
 * Watches, in memory, how many new responses each survey gets, from all and from each group of addresses.
 * What is usual comes from whole days alone, so that no flood makes itself usual by growing slowly.
 * @param usualDay how many answers a survey gets on a busy day, by its id and a time in milliseconds
 *                 UTC; asked once a minute for each survey that is answered
 * @returns what counts an arrival, at a time in milliseconds UTC, and says what it is part of
 */
export function watchFloods(
  usualDay: (survey: string, now: number) => number,
): (arrival: Arrival, now: number) => Crowd {
  const surveys = new Map<string, SurveyCount>()
  const groups = watchGroups()
  const crowds = new RecentCrowds()
  return ({ survey, response, group, wasQueued }, now) => {
    let count = surveys.get(survey)
    if (!count) surveys.set(survey, (count = new SurveyCount()))
    count.begin(now, () => usualDay(survey, now))
    const before = crowds.get(response)
    if (before === 'flood' || before === 'overrun') return before
    const isNew = before === undefined
    if (isNew) count.add(now, wasQueued)
    const ofGroup =
      group && !wasQueued ? groups(`${survey} ${group}`, now, count.scale, isNew) : 'usual'
    const isFlooded = wasQueued ? count.isDayFull : count.isFlooded(now)
    const crowd = ofGroup === 'usual' && isFlooded ? 'flood' : ofGroup
    if (isNew) crowds.set(response, crowd)
    // Whoever began before too many came may finish, with a proof.
    return crowd === 'overrun' && !isNew ? 'flood' : crowd
  }
}

/** What one survey got this minute and this day, and how much that may be. */
class SurveyCount {
  #minute = -1
  #n = 0
  #day = -1
  #ofDay = 0
  #floodedUntil = 0
  #usualDay = 0

  begin(now: number, usualDay: () => number) {
    const minute = Math.floor(now / MINUTE)
    if (minute === this.#minute) return
    this.#minute = minute
    this.#n = 0
    this.#usualDay = usualDay()
    const day = Math.floor(minute / MINUTES_PER_DAY)
    if (day !== this.#day) this.#ofDay = 0
    this.#day = day
  }

  add(now: number, wasQueued: boolean) {
    this.#ofDay++
    if (!wasQueued && ++this.#n > this.#perMinute) this.#floodedUntil = now + QUIET
  }

  /** How many times what a survey with few answers may have it may have. */
  get scale(): number {
    return this.#perMinute / LEAST_PER_MINUTE
  }

  get isDayFull(): boolean {
    return this.#ofDay > Math.max(LEAST_PER_DAY, TIMES_PER_DAY * this.#usualDay)
  }

  isFlooded(now: number): boolean {
    return now < this.#floodedUntil || this.isDayFull
  }

  get #perMinute(): number {
    return Math.max(LEAST_PER_MINUTE, (TIMES_PER_MINUTE * this.#usualDay) / MINUTES_PER_DAY)
  }
}

/** What responses were part of when they came first, for some ten thousand of the latest. */
class RecentCrowds {
  #latest = new Map<string, Crowd>()
  #before = new Map<string, Crowd>()

  get(response: string): Crowd | undefined {
    return this.#latest.get(response) ?? this.#before.get(response)
  }

  set(response: string, crowd: Crowd) {
    if (this.#latest.size >= 20_000) {
      this.#before = this.#latest
      this.#latest = new Map()
    }
    this.#latest.set(response, crowd)
  }
}
