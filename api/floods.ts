/** Below so many saves of one survey a minute nobody speaks of a flood, */
const LEAST = 1_200
/** nor below so many times what is usual for it. */
const TIMES = 10
/** A flood lasts until it has been quiet for so many milliseconds. */
const QUIET = 10 * 60_000

const MINUTE = 60_000
/** What each past minute weighs in what is usual. */
const WEIGHT = 1 / 60

type Counted = { minute: number; n: number; usual: number; until: number }

/**
 * Watches, in memory, how many answers each survey gets in a minute.
 * @returns what counts a save, at a time in milliseconds UTC, and says whether its survey is flooded
 */
export function watchFloods(): (surveyId: string, now: number) => boolean {
  const surveys = new Map<string, Counted>()
  return (surveyId, now) => {
    const minute = Math.floor(now / MINUTE)
    let counted = surveys.get(surveyId)
    if (!counted) surveys.set(surveyId, (counted = { minute, n: 0, usual: 0, until: 0 }))
    if (counted.minute !== minute) beginMinute(counted, minute)
    if (++counted.n > mostOf(counted)) counted.until = now + QUIET
    return now < counted.until
  }
}

function mostOf({ usual }: Counted): number {
  return Math.max(LEAST, TIMES * usual)
}

function beginMinute(counted: Counted, minute: number) {
  // What a flood brings does not become usual.
  const n = counted.n > mostOf(counted) ? counted.usual : counted.n
  const quiet = (1 - WEIGHT) ** Math.max(0, minute - counted.minute - 1)
  counted.usual = (counted.usual * (1 - WEIGHT) + n * WEIGHT) * quiet
  counted.minute = minute
  counted.n = 0
}
