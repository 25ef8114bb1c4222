/**
 * What one page, opened by a score link of a mail, last sent with a sign of a human act. Times are
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
  /** Why this choice alone looks automatic; null where nothing tells. */
  spamReason: string | null
}

/** Choices with pauses no longer than this belong to one burst. */
const PAUSE = 30_000
/** Going back to the mail, opening another link and sending it takes a person longer than this. */
const CORRECTION = 10_000
/** Reading a page before sending it takes a person longer than this. */
const AT_ONCE = 1_000
/** A page that was open for this long may have been read. */
const READING = 15_000
/** A sign that tells a person apart must be so many times as strong as in any other choice. */
const CLEARLY = 3
/** Choices kept of each link in a burst; more of one tell nothing new. */
const KEPT_PER_LINK = 8
/** Choices kept that look automatic by themselves, and never count. */
const KEPT_SUSPICIOUS = 20

/**
 * The choice that counts for one mail: the last one that a person made. Several different choices in a
 * burst come from a program that opens every link and presses what it finds; none of these counts, unless
 * one of them is clearly a person's (docs/robots.md).
 * @returns undefined when no person chose
 */
export function standingChoice<Choice extends MailChoice>(choices: Choice[]): Choice | undefined {
  return burstsOf(choices).flatMap(personsIn).at(-1)
}

/**
 * Whether the answer of a single-use link is final: at once where its link named no score, otherwise once
 * nothing was chosen for `PAUSE`, if the latest burst was made by one link alone. So a program that opens
 * score links can't use them up, even where it presses but two.
 * @param choices all choices of the mail
 * @param standing those that say what the response says
 * @param now milliseconds UTC
 */
export function isFinalChoice(choices: MailChoice[], standing: MailChoice[], now: number): boolean {
  if (standing.some(({ linkScore }) => linkScore === null)) return true
  const latest = burstsOf(choices).at(-1) ?? []
  const links = new Set(latest.map(({ linkScore }) => linkScore))
  return links.size < 2 && now - (latest.at(-1)?.at ?? 0) > PAUSE
}

/**
 * The choices that can still decide what counts, however many a program has made: the standing one of
 * earlier bursts, and of the latest burst a few of each link and those that may tell a person apart. At most
 * about 200; `standingChoice` finds the same one among them.
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

/** Choices that may be a person's, in bursts, in order of time. */
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
 * The choices of a burst that are a person's: all of them, or where a program pressed links, the only one
 * with words, or that was read or opened clearly longer than all others, or whose link was opened once more.
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

/** A person corrects a choice once, and takes some time for it. */
function isPrograms(burst: MailChoice[]): boolean {
  const different = new Set(burst.map(({ linkScore, score }) => linkScore ?? score)).size
  if (different !== 2) return different > 2
  const isAtOnce = burst.every((choice) => readFor(choice) < AT_ONCE)
  return isAtOnce || burst.at(-1)!.at - burst[0]!.at <= CORRECTION
}

type Read = { openedAt: number; at: number }

const readFor = ({ at, openedAt }: Read) => at - openedAt

/** The page of a burst, if any, that was open long enough to be read, and clearly longer than all others. */
export function readLonger<Page extends Read>(burst: Page[]): Page[] {
  const [longest, next] = inOrderOf(burst, readFor).toReversed()
  const isClear = readFor(longest!) >= Math.max(READING, CLEARLY * readFor(next!))
  return isClear ? [longest!] : []
}

/** The page that was open well before all others, and still open when the second was opened. */
function openedEarlier<Choice extends MailChoice>(burst: Choice[]): Choice[] {
  const [first, second, third] = inOrderOf(burst, ({ openedAt }) => openedAt)
  const lead = second!.openedAt - first!.openedAt
  const usual = third ? third.openedAt - second!.openedAt : 0
  const isClear = lead >= Math.max(CORRECTION, CLEARLY * usual) && first!.at > second!.openedAt
  return isClear ? [first!] : []
}

/** A program opens each link equally often; a person then opens one of them once more. */
function openedOnceMore<Choice extends MailChoice>(burst: Choice[]): Choice[] {
  const byLink = groupsOf(burst, ({ linkScore }) => linkScore)
  const least = Math.min(...byLink.map(({ length }) => length))
  const [more, ...others] = byLink.filter(({ length }) => length > least)
  if (byLink.length < 3 || !more || others.length || more.length !== least + 1) return []
  // There may have been more than are kept.
  if (more.length >= KEPT_PER_LINK) return []
  const asLinked = more.filter(({ linkScore, score }) => linkScore === score)
  const candidates = asLinked.length ? asLinked : more
  // Which of them was the person's doesn't matter where they say the same.
  const isSame = candidates.every(({ score }) => score === candidates[0]!.score)
  return isSame ? candidates.slice(-1) : []
}

function groupsOf<Choice>(choices: Choice[], by: (choice: Choice) => unknown): Choice[][] {
  const groups = new Map<unknown, Choice[]>()
  for (const choice of choices) groups.set(by(choice), [...(groups.get(by(choice)) ?? []), choice])
  return [...groups.values()]
}

/** What of a burst must be kept for `personsIn` to find the same in the rest. */
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
