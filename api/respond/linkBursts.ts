import { suspectLinks } from '../../db/suspicion.ts'
import type { Answers } from '../../surveys/answers.ts'
import type { Deps } from '../deps.ts'
import type { ShownPage } from './saving.ts'
import { hasWords } from './suspicion.ts'

/** A person who opens a score's link looks at the page for longer before sending it, or writes words. */
const QUICK = 5_000
/** Different scores of one network with no longer pause between them belong to one burst, */
const PAUSE = 10_000
/** if there are so many. */
const SCORES = 3
/** So many of a burst's answers, the latest, */
const LONGEST = 100
/** and so many networks are known at a time. */
const MOST = 10_000

type Sent = { response: string; score: number; at: number; isTakenBack: boolean }

/**
 * Watches, in memory, for programs that open all score links of a mail that says nothing of its customer
 * and press what they find: several different scores from one network of addresses, each sent within seconds.
 * @returns what says of a save, from a group of addresses at a time in milliseconds UTC, the burst that it
 *          belongs to, if it is a quick one by such a link; to be asked before it is stored, and after
 */
export function watchLinkBursts() {
  const networks = new Map<string, Sent[]>()
  return ({ claims, definition }: ShownPage, answers: Answers, group: string, now: number) => {
    const { survey, response, linkScore, issuedAt, page, once, source, customer } = claims
    const isSomebodys =
      page !== undefined || once || source || customer?.externalId || customer?.email
    if (linkScore === undefined || isSomebodys || !group) return undefined
    if (now - issuedAt > QUICK || hasWords(definition, answers)) return undefined
    const key = `${survey} ${group}`
    let sent = networks.get(key) ?? []
    if (now - (sent.at(-1)?.at ?? 0) > PAUSE) sent = []
    const before = sent.find((each) => each.response === response)
    if (before) before.at = now
    else sent.push({ response, score: linkScore, at: now, isTakenBack: false })
    if (sent.length > LONGEST) sent.shift()
    networks.delete(key)
    networks.set(key, sent)
    if (networks.size > MOST) networks.delete(networks.keys().next().value!)
    return new LinkBurst(sent)
  }
}

class LinkBurst {
  constructor(readonly sent: Sent[]) {}

  get isPrograms(): boolean {
    return new Set(this.sent.map(({ score }) => score)).size >= SCORES
  }

  /** What counted before the burst was known for one counts no more. */
  async takeBack({ db, now }: Deps): Promise<void> {
    if (!this.isPrograms) return
    for (const each of this.sent) {
      if (each.isTakenBack) continue
      each.isTakenBack = true
      each.isTakenBack = await suspectLinks(db, each.response, now())
    }
  }
}
