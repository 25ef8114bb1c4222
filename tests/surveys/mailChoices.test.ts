import { expect, it } from 'vitest'
import { decisiveChoices, standingChoice, type MailChoice } from '../../surveys/mailChoices.ts'
import { seededRandom } from '../simulations/chance.ts'

const SECOND = 1_000

/** Generates choices by programs and people for one email, in bursts and alone. */
function randomChoices(random: () => number): MailChoice[] {
  const choices: MailChoice[] = []
  let at = 0
  for (let burst = 0; burst < 6; burst++) {
    at += 31 * SECOND
    const size = random() < 0.4 ? 1 : 2 + Math.floor(random() * 20)
    for (let nth = 0; nth < size; nth++) {
      at += random() * 12 * SECOND
      const linkScore = size > 12 ? nth % 11 : Math.floor(random() * 11)
      choices.push({
        linkScore,
        openedAt: at - random() ** 3 * 60 * SECOND,
        at,
        score: random() < 0.8 ? linkScore : Math.floor(random() * 11),
        hasWords: random() < 0.05,
        spamReason: random() < 0.05 ? 'honeypot' : null,
      })
    }
  }
  return choices
}

it('decides the same from the stored choices of an email as from all of them', () => {
  const random = seededRandom(7)
  let standing = 0
  for (let mail = 0; mail < 300; mail++) {
    const all = randomChoices(random)
    let kept: MailChoice[] = []
    for (const [at, choice] of all.entries()) {
      kept = decisiveChoices([...kept, choice])
      const expected = standingChoice(all.slice(0, at + 1))
      expect(standingChoice(kept)).toBe(expected)
      if (expected) standing++
    }
  }
  expect(standing).toBeGreaterThan(1_000)
})

it('keeps few of ten thousand choices, and a person’s later one', () => {
  const made = (nth: number): MailChoice => ({
    linkScore: nth % 11,
    openedAt: nth * SECOND,
    at: nth * SECOND + 500,
    score: nth % 11,
    hasWords: false,
    spamReason: nth % 3 ? null : 'proof',
  })
  let kept: MailChoice[] = []
  for (let nth = 0; nth < 10_000; nth++) kept = decisiveChoices([...kept, made(nth)])
  expect(kept.length).toBeLessThan(130)
  expect(standingChoice(kept)).toBeUndefined()
  const person = { ...made(10_060), spamReason: null }
  expect(standingChoice(decisiveChoices([...kept, person]))).toBe(person)
})
