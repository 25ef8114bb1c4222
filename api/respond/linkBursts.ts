import { suspectCounted } from '../../db/responses/review.ts'
import type { Answers } from '../../surveys/answers.ts'
import { MINUTE } from '../../surveys/durations.ts'
import { readLonger } from '../../surveys/mailChoices.ts'
import type { Deps } from '../base/deps.ts'
import type { ShownPage } from './shownPage.ts'
import { hasWords } from './exclusion.ts'

/** The longest that scanners stay on a page before pressing a score, in milliseconds. */
const PATIENCE = 30_000
/** Pages sent this soon after opening, with pauses this short, are one burst; milliseconds. */
const QUICK = { read: 5_000, pause: 10_000 }
/** So are pages opened this soon after another was opened or sent, in milliseconds. */
const NEXT = 1_500
/** A burst with this many different scores is automatic. */
const SCORES = 3
/** How long a page is remembered, in milliseconds. */
const MEMORY = MINUTE
/** The most pages remembered per network, and per burst. */
const LONGEST = 100
/** The most networks remembered at a time. */
const MOST = 10_000

type Sent = { response: string; score: number; openedAt: number; at: number; burst: Burst }
type Burst = { pages: Sent[]; takenBack: Set<string> }

/**
 * Detects, in memory, scanners that open all score links of an email that doesn't name its customer:
 * several different scores from one network right after each other.
 * @returns a function that records a save from a network at a time in milliseconds UTC, and returns its
 *   burst; undefined if it did not come by such a link. Call it before the save is stored.
 */
export function watchLinkBursts() {
  const networks = new Map<string, Sent[]>()
  return ({ claims, definition }: ShownPage, answers: Answers, group: string, now: number) => {
    const { survey, response, linkScore, issuedAt, page, once, source, customer } = claims
    const isSomebodys =
      page !== undefined || once || source || customer?.externalId || customer?.email
    if (linkScore === undefined || isSomebodys || !group) return undefined
    if (now - issuedAt > PATIENCE || hasWords(definition, answers)) return undefined
    const key = `${survey} ${group}`
    const recent = (networks.get(key) ?? []).filter(({ at }) => now - at <= MEMORY)
    const known = recent.find((each) => each.response === response)
    if (known) known.at = now
    const sent = known ?? {
      response,
      score: linkScore,
      openedAt: issuedAt,
      at: now,
      burst: { pages: [], takenBack: new Set<string>() },
    }
    if (!known) {
      join(sent, recent)
      recent.push(sent)
    }
    networks.delete(key)
    networks.set(key, recent.slice(-LONGEST))
    if (networks.size > MOST) networks.delete(networks.keys().next().value!)
    return new LinkBurst(sent)
  }
}

/** Joins a page to the bursts that it followed or was opened together with. */
function join(sent: Sent, recent: Sent[]): void {
  const before = recent.filter((other) => isTogether(other, sent))
  const bursts = new Set(before.map(({ burst }) => burst))
  for (const { pages, takenBack } of bursts) {
    sent.burst.pages.push(...pages)
    for (const response of takenBack) sent.burst.takenBack.add(response)
  }
  sent.burst.pages.push(sent)
  sent.burst.pages = sent.burst.pages.slice(-LONGEST)
  for (const page of sent.burst.pages) page.burst = sent.burst
}

function isTogether(before: Sent, { openedAt, at }: Sent): boolean {
  const isQuick = [before, { openedAt, at }].every((page) => page.at - page.openedAt <= QUICK.read)
  const isNext = openedAt >= before.at && openedAt - before.at <= NEXT
  const isParallel = Math.abs(openedAt - before.openedAt) <= NEXT
  return (isQuick && at - before.at <= QUICK.pause) || isNext || isParallel
}

class LinkBurst {
  constructor(readonly sent: Sent) {}

  /** Whether the save is automatic. If one page of a burst was clearly read, that one is a person's. */
  get isPrograms(): boolean {
    return pressedIn(this.sent.burst).includes(this.sent)
  }

  /** Suspects pages that were counted before the burst was recognised. */
  async takeBack({ db, now }: Deps): Promise<void> {
    const { burst } = this.sent
    for (const { response } of pressedIn(burst)) {
      if (burst.takenBack.has(response)) continue
      burst.takenBack.add(response)
      if (!(await suspectCounted(db, response, now()))) burst.takenBack.delete(response)
    }
  }
}

/** Returns the automatic pages of a burst. */
function pressedIn({ pages }: Burst): Sent[] {
  if (new Set(pages.map(({ score }) => score)).size < SCORES) return []
  const persons = readLonger(pages)
  return pages.filter((page) => !persons.includes(page))
}
