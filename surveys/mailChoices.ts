/**
 * What one opened page of a mail's score links chose last, where a person's act seems to have come with
 * it. Times are milliseconds UTC.
 */
export type MailChoice = {
  /** The score of the link that opened the page; null for a link without one. */
  linkScore: number | null
  openedAt: number
  /** When it was sent. */
  at: number
  score: number | null
  hasWords: boolean
  /** Why it is taken for a robot's by itself; null where nothing tells. */
  suspicion: string | null
}

/** Choices with no longer pause between them belong to one burst. */
const PAUSE = 30_000
/** Nobody goes back to the mail, opens another link and sends that within so many milliseconds. */
const AGAIN = 10_000
/** Nobody sends a page within so many milliseconds of opening it. */
const AT_ONCE = 1_000
/** Programs that press what they find don't wait so long. */
const READING = 15_000

/**
 * The choice that counts for one mail: the last that a person made. Several different ones in a burst
 * are a program's that opens every link and presses what it finds; of these none counts, unless one
 * stands out as a person's (docs/robots.md).
 * @returns undefined when a person made none
 */
export function standingChoice<Choice extends MailChoice>(choices: Choice[]): Choice | undefined {
  const inOrder = choices
    .filter(({ suspicion }) => suspicion === null)
    .toSorted((one, other) => one.at - other.at)
  return burstsOf(inOrder)
    .flatMap((burst) => (isPrograms(burst) ? personsIn(burst) : burst))
    .at(-1)
}

/** Whether a complete choice can be trusted at once to be the only one of its mail. */
export function isSettled({ linkScore, openedAt, at }: MailChoice, now: number): boolean {
  return linkScore === null || at - openedAt >= UNHURRIED || now - at > PAUSE
}

/** Programs that press what they find mostly do so sooner. */
const UNHURRIED = 5_000

function burstsOf<Choice extends MailChoice>(inOrder: Choice[]): Choice[][] {
  const bursts: Choice[][] = []
  for (const choice of inOrder) {
    const last = bursts.at(-1)
    if (last && choice.at - last.at(-1)!.at <= PAUSE) last.push(choice)
    else bursts.push([choice])
  }
  return bursts
}

/** A person corrects a choice once, and not as fast. */
function isPrograms(burst: MailChoice[]): boolean {
  const different = new Set(burst.map(({ linkScore, score }) => linkScore ?? score)).size
  if (different !== 2) return different > 2
  const isAtOnce = burst.every(({ at, openedAt }) => at - openedAt < AT_ONCE)
  return isAtOnce || burst.at(-1)!.at - burst[0]!.at <= AGAIN
}

/**
 * The one choice of a burst that is a person's, where a single one has words, or was read for long, or
 * was opened well before the others, or by a link that was opened once more than each of the others.
 */
function personsIn<Choice extends MailChoice>(burst: Choice[]): Choice[] {
  const opened = burst.map(({ openedAt }) => openedAt).toSorted((one, other) => one - other)
  const signs = [
    burst.filter(({ hasWords }) => hasWords),
    burst.filter(({ at, openedAt }) => at - openedAt >= READING),
    burst.filter(({ openedAt }) => openedAt === opened[0] && opened[1]! - openedAt >= AGAIN),
    openedOnceMore(burst),
  ]
  return signs.find(({ length }) => length === 1) ?? []
}

function openedOnceMore<Choice extends MailChoice>(burst: Choice[]): Choice[] {
  const links = [...new Set(burst.map(({ linkScore }) => linkScore))]
  const byLink = links.map((link) => burst.filter(({ linkScore }) => linkScore === link))
  const least = Math.min(...byLink.map(({ length }) => length))
  const [more, ...others] = byLink.filter(({ length }) => length > least)
  if (byLink.length < 3 || !more || others.length || more.length !== least + 1) return []
  const asLinked = more.filter(({ linkScore, score }) => linkScore === score)
  const candidates = asLinked.length ? asLinked : more
  // Which of them was the person's doesn't matter where they say the same.
  const isSame = candidates.every(({ score }) => score === candidates[0]!.score)
  return isSame ? candidates.slice(-1) : []
}
