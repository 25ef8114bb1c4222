import { suspectLinks } from '../../db/suspicion.ts'
import type { Answers } from '../../surveys/answers.ts'
import { readLonger } from '../../surveys/mailChoices.ts'
import type { Deps } from '../deps.ts'
import type { ShownPage } from './saving.ts'
import { hasWords } from './suspicion.ts'

/** Programs that press what they find wait no longer on a page, in milliseconds. */
const PATIENCE = 30_000
/** Pages that were each sent so soon, with such a pause between them, belong to one burst. */
const QUICK = { read: 5_000, pause: 10_000 }
/** So do pages of which one was opened so soon after the other was opened or sent. */
const NEXT = 1_500
/** A burst of so many different scores is a program's. */
const SCORES = 3
/** For so long a page is remembered, and so many of a network, */
const MEMORY = 60_000
const LONGEST = 100
/** and so many networks are known at a time. */
const MOST = 10_000

type Sent = { response: string; score: number; openedAt: number; at: number; burst: Burst }
type Burst = { pages: Sent[]; takenBack: Set<string> }

/**
 * Watches, in memory, for programs that open all score links of a mail that says nothing of its customer
 * and press what they find: several different scores from one network of addresses, one right after the other.
 * @returns what says of a save, from a group of addresses at a time in milliseconds UTC, the burst that it
 *          belongs to, if it came by such a link; to be asked before it is stored, and after
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

/** Puts a page into one burst with all that it followed, or was opened together with. */
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

  /** Whether the save is one of a program's; a page that was clearly read is a person's among them. */
  get isPrograms(): boolean {
    return pressedIn(this.sent.burst).includes(this.sent)
  }

  /** What counted before the burst was known for one counts no more. */
  async takeBack({ db, now }: Deps): Promise<void> {
    const { burst } = this.sent
    for (const { response } of pressedIn(burst)) {
      if (burst.takenBack.has(response)) continue
      burst.takenBack.add(response)
      if (!(await suspectLinks(db, response, now()))) burst.takenBack.delete(response)
    }
  }
}

/** The pages of a burst that a program sent. */
function pressedIn({ pages }: Burst): Sent[] {
  if (new Set(pages.map(({ score }) => score)).size < SCORES) return []
  const persons = readLonger(pages)
  return pages.filter((page) => !persons.includes(page))
}
