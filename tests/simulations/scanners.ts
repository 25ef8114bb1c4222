import { gt, max } from 'drizzle-orm'
import { readStored } from '../../db/responses/save.ts'
import { readChoices } from '../../db/responses/mailChoices.ts'
import { response } from '../../db/schema/index.ts'
import type { TestApp } from '../support/app.ts'
import { fromAddress } from '../support/fromAddress.ts'
import { visiting, type Opened } from '../support/visiting.ts'
import { seededRandom } from './chance.ts'

/** The outcome of emails whose score links programs open, too: counts of emails and scores. */
export type ScannedMails = {
  mails: number
  answered: number
  counted: number
  /** A person answered; their choice is stored but not counted. */
  apart: number
  /** A person answered; their choice is neither counted nor stored. */
  lost: number
  /** Answers that count and were not chosen by a person. */
  wrong: number
  trueNps: number
  nps: number
}

type Step = { at: number; act: () => Promise<unknown> }

const SCORES = Array.from({ length: 11 }, (_, score) => score)
const SCANNERS = ['none', 'scripted', 'sends', 'taps', 'parallel', 'forms', 'some'] as const
/** The longest that a program waits on a page before it presses a score, in milliseconds. */
const PATIENCE = [5_000, 25_000] as const
const MOMENTS = ['before', 'within', 'after', 'never'] as const

/**
 * Sends emails with eleven score links each. For every email, some kind of program opens all links and,
 * up to 5 or 25 seconds after each, presses what it finds. The customer answers before, meanwhile or
 * afterwards, one in three from the program's network.
 * @param linksOf the links of the email to a customer
 */
export async function scanMails(
  world: TestApp,
  slug: string,
  mails: number,
  linksOf: (customer: string) => Promise<(score: number) => string>,
): Promise<ScannedMails> {
  const random = seededRandom(mails)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
  const from = (address: string) =>
    visiting(() => ({ app: fromAddress(world.app, address), clock: world.clock }), slug)
  const found = { mails, answered: 0, counted: 0, apart: 0, lost: 0, wrong: 0 }
  const truth: number[] = []
  const counts: number[] = []
  for (let mail = 0; mail < mails; mail++) {
    const query = await linksOf(`customer-${mail}`)
    const chosen = pick([0, 3, 6, 7, 8, 8, 9, 9, 10, 10])
    const start = world.clock.now + 3_600_000
    const steps: Step[] = []
    const open = async (visitor: ReturnType<typeof from>, score: number) => {
      const now = world.clock.now
      const page = await visitor.open(query(score))
      world.clock.now = now
      return page
    }
    const network = `10.${mail >> 8}.${mail & 255}`
    const program = from(`${network}.1`)
    const person = from(random() < 1 / 3 ? `${network}.2` : `172.${mail >> 8}.${mail & 255}.2`)
    const newest = await newestNo(world)
    const scanner = pick(SCANNERS)
    const patience = pick(PATIENCE)
    let at = start
    for (const score of scanner === 'none' ? [] : SCORES) {
      if (scanner === 'some' && random() < 0.4) continue
      const wait = random() * patience
      const press = random() < 0.5 ? 1 : 0
      const tapped = pick(SCORES)
      let page: Opened
      steps.push({ at, act: async () => (page = await open(program, score)) })
      steps.push({
        at: at + wait,
        act: async () => {
          if (!page.id) return
          if (scanner === 'forms') {
            await program.post(page, formOf(score), query(score))
            return
          }
          await program.put(page, { score }, { confirmed: false })
          if (scanner === 'taps') await program.put(page, { score: tapped }, { revision: 2 })
          if (scanner === 'scripted') return
          const answers = { score: scanner === 'taps' ? tapped : score }
          await program.put(page, answers, {
            revision: 3,
            complete: press === 1 || scanner !== 'taps',
          })
        },
      })
      at += scanner === 'parallel' ? 100 : wait + 500
    }
    const moment = pick(MOMENTS)
    let isTaken = false
    if (moment !== 'never') {
      const when = {
        before: start - 600_000,
        within: start + (at - start) * random(),
        after: at + 600_000,
      }
      const reads = 1_500 + random() * 18_500
      let page: Opened
      steps.push({ at: when[moment], act: async () => (page = await open(person, chosen)) })
      steps.push({
        at: when[moment] + reads,
        act: async () => {
          const sent = await person.put(page, { score: chosen }, { revision: 2, complete: true })
          isTaken = sent.status === 200
        },
      })
      truth.push(chosen)
      found.answered++
    }
    for (const step of steps.toSorted((one, other) => one.at - other.at)) {
      world.clock.now = Math.max(world.clock.now, Math.round(step.at))
      await step.act()
    }
    const { counted, chosenOnce } = await storedAfter(world, newest)
    counts.push(...counted)
    const isCounted = moment !== 'never' && counted.includes(chosen)
    found.wrong += counted.length - (isCounted ? 1 : 0)
    if (moment === 'never') continue
    if (isCounted) found.counted++
    else if (isTaken && chosenOnce.includes(chosen)) found.apart++
    else found.lost++
  }
  return { ...found, trueNps: npsOf(truth), nps: npsOf(counts) }
}

const newestNo = async ({ db }: TestApp) =>
  (await db.orm.select({ no: max(response.no) }).from(response))[0]!.no ?? 0

/** Reads the counted scores of responses stored since, and all scores that were ever chosen. */
async function storedAfter({ db }: TestApp, newest: number) {
  const rows = await db.orm
    .select({ id: response.id })
    .from(response)
    .where(gt(response.no, newest))
  const counted: number[] = []
  const chosenOnce: unknown[] = []
  for (const { id } of rows) {
    const stored = await readStored(db, id)
    const score = stored?.answers.score
    const counts = stored?.state === 'partial' || stored?.state === 'complete'
    if (counts && typeof score === 'number') counted.push(score)
    chosenOnce.push(score, ...(await readChoices(db, id)).map(({ answers }) => answers.score))
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
