/**
 * The last save with a human act from one page that was opened by an email's score link. Times are
 * milliseconds UTC.
 */
export type MailChoice = {
  /** The score in the link that opened the page; null for a link without one. */
  linkScore: number | null
  openedAt: number
  /** When it was sent. */
  at: number
  score: number | null
  hasWords: boolean
  /** Why this choice looks automatic by itself; null if it doesn't. */
  spamReason: string | null
}

/** Choices with pauses no longer than this belong to one burst. */
const PAUSE = 30_000
/**
 * A correction within this time is automatic: a person has to go back to the email, open another link
 * and send it.
 */
const CORRECTION = 10_000
/** A page sent within this time was not read by a person. */
const AT_ONCE = 1_000
/** A page that was open for this long may have been read. */
const READING = 15_000
/** How many times stronger a sign of a person must be than in any other choice. */
const CLEARLY = 3
/** Choices stored per link of a burst; more add no information. */
const KEPT_PER_LINK = 8
/** Stored choices that look automatic by themselves; they never count. */
const KEPT_SUSPICIOUS = 20

/**
 * Finds the choice that counts for one email: the last one by a person. Several different choices in a
 * burst come from a program that opens every link and presses every button; none of them counts, unless
 * one is clearly a person's (docs/robots.md).
 * @returns undefined if no person chose
 */
export function standingChoice<Choice extends MailChoice>(choices: Choice[]): Choice | undefined {
  return burstsOf(choices).flatMap(personsIn).at(-1)
}

/**
 * Whether the answer of a single-use link is final: immediately if its link had no score, otherwise after
 * `PAUSE` without a choice, if the latest burst came from one link only. So a program that opens score
 * links can't use them up, even if it presses only two.
 * @param choices all choices of the email
 * @param standing those with the response's answers
 * @param now milliseconds UTC
 */
export function isFinalChoice(choices: MailChoice[], standing: MailChoice[], now: number): boolean {
  if (standing.some(({ linkScore }) => linkScore === null)) return true
  const latest = burstsOf(choices).at(-1) ?? []
  const links = new Set(latest.map(({ linkScore }) => linkScore))
  return links.size < 2 && now - (latest.at(-1)?.at ?? 0) > PAUSE
}

/**
 * Reduces choices to those that can still decide which one counts: the standing one of earlier bursts,
 * and of the latest burst a few per link and those that may be a person's. `standingChoice` finds the
 * same one among them.
 * @returns about 200 at most
 */
export function decisiveChoices<Choice extends MailChoice>(choices: Choice[]): Choice[] {
  const bursts = burstsOf(choices)
  const latest = bursts.at(-1) ?? []
  const decisive = decisiveIn(latest)
  const suspicious = choices.filter(({ spamReason }) => spamReason !== null)
  return [
    ...bursts.slice(0, -1).flatMap(personsIn).slice(-1),
    ...latest.filter((choice) => decisive.has(choice)),
    ...inOrderOf(suspicious, ({ at }) => at).slice(-KEPT_SUSPICIOUS),
  ]
}

/** Groups the choices that may be a person's into bursts, in order of time. */
function burstsOf<Choice extends MailChoice>(choices: Choice[]): Choice[][] {
  const bursts: Choice[][] = []
  for (const choice of inOrderOf(humanIn(choices), ({ at }) => at)) {
    const last = bursts.at(-1)
    if (last && choice.at - last.at(-1)!.at <= PAUSE) last.push(choice)
    else bursts.push([choice])
  }
  return bursts
}

const humanIn = <Choice extends MailChoice>(choices: Choice[]) =>
  choices.filter(({ spamReason }) => spamReason === null)

const inOrderOf = <Choice>(choices: Choice[], by: (choice: Choice) => number) =>
  choices.toSorted((one, other) => by(one) - by(other))

/**
 * Finds the choices of a burst that are a person's: all of them, or, if a program pressed links, the only
 * one with a text, read or open clearly longer than all others, or whose link was opened once more.
 */
function personsIn<Choice extends MailChoice>(burst: Choice[]): Choice[] {
  if (!isPrograms(burst)) return burst
  const signs = [
    burst.filter(({ hasWords }) => hasWords),
    readLonger(burst),
    openedEarlier(burst),
    openedOnceMore(burst),
  ]
  return signs.find(({ length }) => length === 1) ?? []
}

/** Whether a program made a burst: a person corrects a choice at most once, and takes some time. */
function isPrograms(burst: MailChoice[]): boolean {
  const different = new Set(burst.map(({ linkScore, score }) => linkScore ?? score)).size
  if (different !== 2) return different > 2
  const isAtOnce = burst.every((choice) => readFor(choice) < AT_ONCE)
  return isAtOnce || burst.at(-1)!.at - burst[0]!.at <= CORRECTION
}

type Read = { openedAt: number; at: number }

const readFor = ({ at, openedAt }: Read) => at - openedAt

/**
 * Finds the page of a burst that was open long enough to be read and clearly longer than all others, if
 * any.
 */
export function readLonger<Page extends Read>(burst: Page[]): Page[] {
  const [longest, next] = inOrderOf(burst, readFor).toReversed()
  const isClear = readFor(longest!) >= Math.max(READING, CLEARLY * readFor(next!))
  return isClear ? [longest!] : []
}

/**
 * Finds the page that was opened well before all others and was still open when the second was, if any.
 */
function openedEarlier<Choice extends MailChoice>(burst: Choice[]): Choice[] {
  const [first, second, third] = inOrderOf(burst, ({ openedAt }) => openedAt)
  const lead = second!.openedAt - first!.openedAt
  const usual = third ? third.openedAt - second!.openedAt : 0
  const isClear = lead >= Math.max(CORRECTION, CLEARLY * usual) && first!.at > second!.openedAt
  return isClear ? [first!] : []
}

/**
 * Finds the choice of a link that was opened once more than the others; a program opens all of them
 * equally often.
 */
function openedOnceMore<Choice extends MailChoice>(burst: Choice[]): Choice[] {
  const byLink = groupsOf(burst, ({ linkScore }) => linkScore)
  const least = Math.min(...byLink.map(({ length }) => length))
  const [more, ...others] = byLink.filter(({ length }) => length > least)
  if (byLink.length < 3 || !more || others.length || more.length !== least + 1) return []
  // More may have been sent than are stored.
  if (more.length >= KEPT_PER_LINK) return []
  const asLinked = more.filter(({ linkScore, score }) => linkScore === score)
  const candidates = asLinked.length ? asLinked : more
  // If all have the same score, it doesn't matter which one was the person's.
  const isSame = candidates.every(({ score }) => score === candidates[0]!.score)
  return isSame ? candidates.slice(-1) : []
}

function groupsOf<Choice>(choices: Choice[], by: (choice: Choice) => unknown): Choice[][] {
  const groups = new Map<unknown, Choice[]>()
  for (const choice of choices) groups.set(by(choice), [...(groups.get(by(choice)) ?? []), choice])
  return [...groups.values()]
}

/** Returns the choices of a burst from which `personsIn` finds the same ones. */
function decisiveIn<Choice extends MailChoice>(burst: Choice[]): Set<Choice> {
  return new Set([
    ...personsIn(burst).slice(-1),
    ...groupsOf(burst, ({ linkScore, score }) => linkScore ?? `chosen ${score}`).flatMap((link) =>
      link.slice(-KEPT_PER_LINK),
    ),
    ...burst.filter(({ hasWords }) => hasWords).slice(-2),
    ...inOrderOf(burst, readFor).slice(-2),
    ...inOrderOf(burst, ({ openedAt }) => openedAt).slice(0, 3),
  ])
}
