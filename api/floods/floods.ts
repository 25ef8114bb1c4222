import { watchGroups } from './groupFloods.ts'
import { MINUTE } from '../../surveys/durations.ts'

/** An arriving answer. */
export type Arrival = {
  survey: string
  response: string
  /** The name of its address group; empty if unknown. */
  group: string
  /** It was queued on an offline kiosk, so it may arrive with many others. */
  wasQueued: boolean
}

/** `flood`: only answers with a proof count. `overrun`: one address group sent too many. */
export type Crowd = 'usual' | 'flood' | 'overrun'

/** A minute is a flood if it has more new responses than this */
const LEAST_PER_MINUTE = 60
/** and more than this many times the average minute of busy days. */
const TIMES_PER_MINUTE = 10
/** A day is a flood if it has more new responses than this */
const LEAST_PER_DAY = 2_000
/** and more than this many busy days together. */
const TIMES_PER_DAY = 3

const MINUTES_PER_DAY = 1_440
/** How long a flood lasts after the last minute above the limit, in milliseconds. */
const QUIET = 10 * MINUTE

/**
 * Counts each survey's new responses in memory, in total and per address group. Learns usual traffic
 * from whole days only, so that slow growth can't raise the limit.
 * @param usualDay returns a survey's answers on a busy day, by its id and a time in milliseconds UTC;
 *   called once a minute for each survey with answers
 * @returns a function that counts an arrival at a time in milliseconds UTC and classifies it
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
    // Lets respondents who began before the overrun finish, with a proof.
    return crowd === 'overrun' && !isNew ? 'flood' : crowd
  }
}

/** One survey's counts in this minute and on this day, with their limits. */
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

  /** The factor by which this survey's limits exceed those of one with few answers. */
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

/** How about ten thousand recent responses were classified when they first came. */
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
