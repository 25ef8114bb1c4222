import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest'
import { answer, response } from '../../../db/schema/index.ts'
import { createSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { faultsOn } from '../../support/axe.ts'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { NOW } from '../../support/clock.ts'
import { makeAsking } from './asking.ts'

export const PHONE = { viewport: { width: 360, height: 640 } }

export let browser: Browser

export let asking: Awaited<ReturnType<typeof makeAsking>>

export let origin: string

export async function publish(slug: string, definition: SurveyDefinition): Promise<string> {
  const { id } = await createSurvey(asking.db, { name: slug, slug, definition, now: NOW })
  await publishSurvey(asking.db, id, NOW)
  return id
}

export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${origin}/s/${path}`)
  asking.clock.now += 5_000
  return page
}

export const number = (page: Page, value: number) =>
  page.locator(`.first label:has([value="${value}"])`)

export const send = (page: Page) => page.getByRole('button', { name: 'Send' })

/** Chooses a language, as its name stands in the list that opens. */
export async function switchTo(page: Page, language: string): Promise<void> {
  await page.locator('summary').click()
  await page.locator('nav').getByText(language, { exact: true }).click()
}

export const says = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor()

export const stored = () => asking.db.orm.select().from(response)

export const storedAnswers = async () =>
  Object.fromEntries(
    (await asking.db.orm.select().from(answer)).map(({ question, value, text }) => [
      question,
      value ?? text,
    ]),
  )

export async function expectNoFaults(page: Page) {
  expect(await faultsOn(page)).toEqual([])
}

export const MANY: SurveyDefinition = {
  languages: ['en'],
  questions: [
    TEMPLATES.ces.definition.questions[0]!,
    {
      id: 'reasons',
      kind: 'choices',
      options: ['speed', 'price'],
      showIf: { question: 'ces', bands: ['unhappy', 'neutral'] },
      text: {
        en: {
          ask: 'What was it about?',
          options: { speed: 'It took too long', price: 'The price' },
        },
      },
    },
    {
      id: 'solved',
      kind: 'choice',
      options: ['yes', 'no'],
      text: { en: { ask: 'Is it solved?', options: { yes: 'Yes', no: 'Not yet' } } },
    },
    {
      id: 'sat',
      kind: 'csat',
      text: { en: { ask: 'How satisfied are you overall?', low: 'Not at all', high: 'Very' } },
    },
    TEMPLATES.ces.definition.questions[1]!,
  ],
  thanks: TEMPLATES.ces.definition.thanks,
}

/** A survey of its own for each test, and one browser for all. */
export function serveEachTest(): void {
  beforeAll(async () => {
    browser = await shareBrowser()
  })
  afterAll(() => closeContexts(browser))
  beforeEach(async () => {
    asking = await makeAsking()
    for (const { id, definition } of Object.values(TEMPLATES)) await publish(id, definition)
    origin = await asking.listen()
  })
}
