import { eq } from 'drizzle-orm'
import { readKept } from '../../db/answers.ts'
import { readChoices } from '../../db/mailChoices.ts'
import { customer, response } from '../../db/schema.ts'
import type { TestApp } from '../support/app.ts'
import { visiting, type Opened } from '../support/visiting.ts'
import { seededRandom } from './chance.ts'

/** What comes of mails whose score links programs open, too: counts of mails and scores. */
export type ScannedMails = {
  mails: number
  answered: number
  counted: number
  /** A person answered, and what they chose is kept, but does not count. */
  apart: number
  /** A person answered, and what they chose is neither counted nor kept. */
  lost: number
  /** Answers that count and were not chosen by a person. */
  wrong: number
  trueNps: number
  nps: number
}

type Step = { at: number; act: () => Promise<unknown> }

const SCORES = Array.from({ length: 11 }, (_, score) => score)
const SCANNERS = ['none', 'scripted', 'sends', 'taps', 'parallel', 'forms', 'some'] as const
const MOMENTS = ['before', 'within', 'after', 'never'] as const

/**
 * Sends mails with eleven score links each. Of every mail a program of some kind opens all links, after
 * up to five seconds each presses what it finds, and its customer answers before, within or after that.
 * @param linksOf the links of the mail to a customer
 */
export async function scanMails(
  world: TestApp,
  slug: string,
  mails: number,
  linksOf: (customer: string) => Promise<(score: number) => string>,
): Promise<ScannedMails> {
  const random = seededRandom(mails)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
  const visitor = visiting(() => world, slug)
  const found = { mails, answered: 0, counted: 0, apart: 0, lost: 0, wrong: 0 }
  const truth: number[] = []
  const counts: number[] = []
  for (let mail = 0; mail < mails; mail++) {
    const query = await linksOf(`customer-${mail}`)
    const chosen = pick([0, 3, 6, 7, 8, 8, 9, 9, 10, 10])
    const start = world.clock.now + 3_600_000
    const steps: Step[] = []
    const open = async (score: number) => {
      const now = world.clock.now
      const page = await visitor.open(query(score))
      world.clock.now = now
      return page
    }
    const scanner = pick(SCANNERS)
    let at = start
    for (const score of scanner === 'none' ? [] : SCORES) {
      if (scanner === 'some' && random() < 0.4) continue
      const wait = random() * 5_000
      const press = random() < 0.5 ? 1 : 0
      const tapped = pick(SCORES)
      let page: Opened
      steps.push({ at, act: async () => (page = await open(score)) })
      steps.push({
        at: at + wait,
        act: async () => {
          if (!page.id) return
          if (scanner === 'forms') {
            await visitor.post(page, formOf(score), query(score))
            return
          }
          await visitor.put(page, { score }, { confirmed: false })
          if (scanner === 'taps') await visitor.put(page, { score: tapped }, { revision: 2 })
          if (scanner === 'scripted') return
          const said = { score: scanner === 'taps' ? tapped : score }
          await visitor.put(page, said, {
            revision: 3,
            complete: press === 1 || scanner !== 'taps',
          })
        },
      })
      at += scanner === 'parallel' ? 100 : wait + 500
    }
    const moment = pick(MOMENTS)
    if (moment !== 'never') {
      const when = {
        before: start - 600_000,
        within: start + (at - start) * random(),
        after: at + 600_000,
      }
      const reads = 1_500 + random() * 18_500
      let page: Opened
      steps.push({ at: when[moment], act: async () => (page = await open(chosen)) })
      steps.push({
        at: when[moment] + reads,
        act: () => visitor.put(page, { score: chosen }, { revision: 2, complete: true }),
      })
      truth.push(chosen)
      found.answered++
    }
    for (const step of steps.toSorted((one, other) => one.at - other.at)) {
      world.clock.now = Math.max(world.clock.now, Math.round(step.at))
      await step.act()
    }
    const { counted, chosenOnce } = await storedOf(world, `customer-${mail}`)
    counts.push(...counted)
    const isCounted = moment !== 'never' && counted.includes(chosen)
    found.wrong += counted.length - (isCounted ? 1 : 0)
    if (moment === 'never') continue
    if (isCounted) found.counted++
    else if (chosenOnce.includes(chosen)) found.apart++
    else found.lost++
  }
  return { ...found, trueNps: npsOf(truth), nps: npsOf(counts) }
}

/** The scores that count for a customer, and all that were ever chosen. */
async function storedOf({ db }: TestApp, externalId: string) {
  const rows = await db.orm
    .select({ id: response.id })
    .from(response)
    .innerJoin(customer, eq(customer.id, response.customerId))
    .where(eq(customer.externalId, externalId))
  const counted: number[] = []
  const chosenOnce: unknown[] = []
  for (const { id } of rows) {
    const kept = await readKept(db, id)
    const score = kept?.answers.score
    const counts = kept?.state === 'partial' || kept?.state === 'complete'
    if (counts && typeof score === 'number') counted.push(score)
    chosenOnce.push(...(await readChoices(db, id)).map(({ answers }) => answers.score))
  }
  return { counted, chosenOnce }
}

const formOf = (score: number): [string, string][] => [
  ['score', String(score)],
  ['why', ''],
  ...['score', 'why', 'reasons'].map((id): [string, string] => ['asked', id]),
]

function npsOf(scores: number[]): number {
  const share = (isThat: (score: number) => boolean) => scores.filter(isThat).length / scores.length
  return 100 * (share((score) => score >= 9) - share((score) => score <= 6))
}
