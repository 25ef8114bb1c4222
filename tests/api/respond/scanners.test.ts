import { describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { readStored } from '../../../db/responses/save.ts'
import { mailChoice } from '../../../db/schema/index.ts'
import { scanMails, type ScannedMails } from '../../simulations/scanners.ts'
import { SLUG, made, put, open, stored, linkFor, surveyForEachTest } from './mailLinks.ts'

/** `MAILS=500` for the table of docs/robots.md, which this prints. */
const MAILS = Number(process.env.MAILS ?? 30)

const KINDS = [
  ['signed links', (customer: string) => linkFor(customer)],
  ['single-use links', (customer: string) => linkFor(customer, { singleUse: true })],
  [
    'a mail program’s own links',
    async (customer: string) => (score: number) => `?customer=${customer}&set=m1&score=${score}`,
  ],
  [
    'plain links that name a customer',
    async (customer: string) => (score: number) => `?customer=${customer}&score=${score}`,
  ],
  ['plain links that name nobody', async () => (score: number) => `?score=${score}`],
] as const

const rowOf = (
  kind: string,
  { mails, answered, counted, apart, lost, wrong, ...nps }: ScannedMails,
) =>
  `| ${[kind, mails, answered, counted, apart, lost, wrong, nps.trueNps.toFixed(1), nps.nps.toFixed(1)].join(' | ')} |`

surveyForEachTest()

test.each(KINDS)(
  'ignores what mail scanners open, and loses no customer’s answer, with %s',
  async (kind, linksOf) => {
    const found = await scanMails(made, SLUG, MAILS, linksOf)
    if (process.env.MAILS) console.log(rowOf(kind, found))
    expect(found.lost).toBe(0)
    expect(found.wrong).toBeLessThanOrEqual(MAILS / 100)
    expect(found.apart).toBeLessThanOrEqual(1 + found.answered / 10)
    expect(await checkScoreboard(made.db)).toEqual([])
  },
  600_000,
)

describe('a program that saves hundreds of choices for one email', () => {
  test.each([
    ['signed links', () => linkFor('42')],
    ['plain links', async () => (score: number) => `?customer=42&score=${score}`],
  ])(
    'stores few of them, and the customer’s choice, with %s',
    async (_, linksOf) => {
      const link = await linksOf()
      const send = async (score: number) => {
        const page = await open(link(score))
        return put(page, { score }, { complete: true })
      }
      const kept = async () => (await made.db.orm.select().from(mailChoice)).length
      const said = async () => {
        const rows = await stored()
        expect(rows).toHaveLength(1)
        const { state, answers } = (await readStored(made.db, rows[0]!.id))!
        return [state, answers.score]
      }
      await send(9)
      for (let burst = 0; burst < 3; burst++) {
        made.clock.now += 60_000
        for (let nth = 0; nth < 120; nth++) {
          await send(nth % 11)
          made.clock.now -= 4_000
        }
        expect(await kept()).toBeLessThan(100)
        expect(await said()).toEqual(['complete', 9])
      }
      made.clock.now += 60_000
      await send(7)
      expect(await said()).toEqual(['complete', 7])
      expect(await kept()).toBeLessThanOrEqual(3)
      expect(await checkScoreboard(made.db)).toEqual([])
    },
    30_000,
  )
})
