import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linkKeyOf, signLink } from '../../../api/sharing/signedLinks.ts'
import { readStored } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { mailChoice, response } from '../../../db/schema/index.ts'
import { createSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { NOW } from '../../support/clock.ts'
import { makeAsking } from './asking.ts'

let browser: Browser
let asking: Awaited<ReturnType<typeof makeAsking>>
let origin: string
let surveyId: string

beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

beforeEach(async () => {
  asking = await makeAsking()
  const { definition } = TEMPLATES.nps
  surveyId = (await createSurvey(asking.db, { name: 'NPS', slug: 'nps', definition, now: NOW })).id
  await publishSurvey(asking.db, surveyId, NOW)
  origin = await asking.listen()
})

const signed = () => {
  const key = linkKeyOf(asking.deps.workspace.secret, surveyId)
  const start = signLink(key, { customer: '42', set: 'ticket-1234' })
  return (score: number) => `${start}&score=${score}`
}
const plain = () => (score: number) => `customer=42&score=${score}`

/** Opens a link of the mail in a browser of its own, with everything that is pressed there trusted. */
async function inOwnContext(query: string, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${origin}/s/nps?${query}`)
  await act(page)
  await context.close()
}

/** Presses whatever it finds, a second or two after the page came. */
const scan = async (linkOf: (score: number) => string) => {
  for (let score = 0; score <= 10; score++)
    await inOwnContext(linkOf(score), async (page) => {
      asking.clock.now += 1_500
      await page.locator(`.first label:has([value="${score}"])`).click()
      await send(page)
    })
}

const answer = (query: string) =>
  inOwnContext(query, async (page) => {
    asking.clock.now += 4_000
    await page.getByRole('textbox').fill('Quick and kind.')
    await send(page)
  })

const send = async (page: Page) => {
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.thanks h1').waitFor()
}

const counted = async () => {
  expect(await checkScoreboard(asking.db)).toEqual([])
  const rows = await asking.db.orm.select().from(response)
  const kept = await Promise.all(rows.map(({ id }) => readStored(asking.db, id)))
  return kept.flatMap((each) =>
    each?.state === 'complete' || each?.state === 'partial' ? [each.answers] : [],
  )
}

test.each([
  ['signed links', 'before', signed],
  ['signed links', 'after', signed],
  ['plain links', 'before', plain],
  ['plain links', 'after', plain],
] as const)(
  'of eleven %s that a scanner opens and presses, only what the customer sent %s that counts',
  async (_, when, linksOf) => {
    const linkOf = linksOf()
    if (when === 'before') await answer(linkOf(9))
    asking.clock.now += 60_000
    await scan(linkOf)
    asking.clock.now += 60_000
    if (when === 'after') {
      expect(await counted()).toEqual([])
      await answer(linkOf(9))
    }
    expect(await counted()).toEqual([{ nps: 9, why: 'Quick and kind.' }])
    // Of what the program pressed, too, something is kept: as much as can decide.
    expect((await asking.db.orm.select().from(mailChoice)).length).toBeGreaterThan(1)
  },
)
