import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { readStored } from '../../../db/responses/save.ts'
import { answer, followUp, response } from '../../../db/schema/index.ts'
import { createSurvey, pauseSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { faultsOn } from '../../support/axe.ts'
import { openBrowser } from '../../support/browser.ts'
import { NOW } from '../../support/clock.ts'
import { everyKind } from '../../support/everyKind.ts'
import { walk } from '../../support/walking.ts'
import { makeAsking } from './asking.ts'

const PHONE = { viewport: { width: 360, height: 640 } }

let browser: Browser
let asking: Awaited<ReturnType<typeof makeAsking>>
let origin: string

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  asking = await makeAsking()
  for (const { id, definition } of Object.values(TEMPLATES)) await publish(id, definition)
  origin = await asking.listen()
})

async function publish(slug: string, definition: SurveyDefinition): Promise<string> {
  const { id } = await createSurvey(asking.db, { name: slug, slug, definition, now: NOW })
  await publishSurvey(asking.db, id, NOW)
  return id
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${origin}/s/${path}`)
  asking.clock.now += 5_000
  return page
}

const number = (page: Page, value: number) => page.locator(`.first label:has([value="${value}"])`)
const send = (page: Page) => page.getByRole('button', { name: 'Send' })
const says = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor()
const stored = () => asking.db.orm.select().from(response)
const states = async () => (await stored()).map(({ state }) => state)
const storedAnswers = async () =>
  Object.fromEntries(
    (await asking.db.orm.select().from(answer)).map(({ question, value, text }) => [
      question,
      value ?? text,
    ]),
  )

describe('with script', () => {
  test('one tap saves the score and brings out the question for its band', async () => {
    const page = await visit('nps')
    expect(await page.getByRole('textbox').count()).toBe(0)
    await number(page, 3).click()
    await says(page, 'Saved')
    expect(await page.getByRole('textbox').getAttribute('name')).toBe('why')
    expect(await page.getByText('What went wrong, or what could we do better?').isVisible()).toBe(
      true,
    )
    expect(await stored()).toMatchObject([{ state: 'partial', band: 'unhappy' }])
  })

  test('the score stays changeable, and the question follows it', async () => {
    const page = await visit('nps')
    await number(page, 3).click()
    await says(page, 'Saved')
    await number(page, 10).click()
    await page.getByText('What did you like most?').waitFor()
    await expect.poll(storedAnswers).toEqual({ nps: 10 })
    expect(await stored()).toHaveLength(1)
    expect(await asking.db.orm.select().from(followUp)).toEqual([])
  })

  test('a comment is saved by itself, joins the score, and Send says thanks', async () => {
    const page = await visit('nps')
    await number(page, 3).click()
    await page.getByRole('textbox').fill('Nobody called back.')
    await expect.poll(storedAnswers).toEqual({ nps: 3, why: 'Nobody called back.' })
    expect(await stored()).toMatchObject([{ state: 'partial' }])
    await send(page).click()
    const thanks = page.getByRole('heading', { name: /^Thank you for telling us/ })
    await thanks.waitFor()
    expect(await thanks.evaluate((heading) => heading === document.activeElement)).toBe(true)
    expect(await stored()).toMatchObject([{ state: 'complete' }])
  })

  test('from the thanks a customer reads what they said, adds to it, and takes it back', async () => {
    const page = await visit('nps?email=eva@example.com&lang=en', PHONE)
    await number(page, 3).click()
    await page.getByRole('textbox').fill('Nobody called back.')
    await send(page).click()
    await page.getByRole('link', { name: 'See what you told us, or take it back' }).click()
    await says(page, 'Nobody called back.')
    await expectNoFaults(page)
    await page.getByLabel('Would you like to add something?').fill('Still nobody.')
    await page.getByRole('button', { name: 'Add' }).click()
    await says(page, 'Still nobody.')
    await page.getByRole('button', { name: 'Do not ask me again' }).click()
    await says(page, 'We will not ask you again.')
    await expectNoFaults(page)
    await page.getByRole('link', { name: 'Take my answer back' }).click()
    await expectNoFaults(page)
    await page.getByRole('button', { name: 'Erase it' }).click()
    await says(page, 'Your answer has been erased.')
    expect(await states()).toEqual(['erased'])
    expect(await storedAnswers()).toEqual({})
  })

  test('what was typed is kept when the page is left at once', async () => {
    const page = await visit('nps')
    await number(page, 3).click()
    await says(page, 'Saved')
    await page.getByRole('textbox').fill('In a hurry.')
    await page.goto('about:blank')
    await expect.poll(storedAnswers).toEqual({ nps: 3, why: 'In a hurry.' })
  })

  test('pressing Send twice counts once, and the answer can still be changed', async () => {
    const page = await visit('nps')
    await number(page, 9).click()
    await send(page).dblclick()
    await page.getByRole('button', { name: 'Change my answer' }).click()
    await number(page, 8).click()
    await send(page).click()
    await page.getByRole('heading', { name: /^Thank you\. A person/ }).waitFor()
    expect(await stored()).toMatchObject([{ state: 'complete', band: 'neutral' }])
  })

  test('an answer that is changed stays one in another language, and after a reload', async () => {
    const page = await visit('nps')
    await number(page, 9).click()
    await send(page).click()
    await page.getByRole('button', { name: 'Change my answer' }).click()
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.reload()
    await number(page, 6).click()
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.locator('.thanks h1').waitFor()
    expect(await stored()).toMatchObject([{ state: 'complete', band: 'unhappy' }])
  })

  test('the keyboard is enough, and walking along the scale is one answer', async () => {
    const page = await visit('nps')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await says(page, 'Saved')
    for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowRight')
    await expect.poll(storedAnswers).toEqual({ nps: 9 })
    expect((await stored())[0]!.revision).toBe(2)
    await page.keyboard.press('Tab')
    await page.keyboard.type('All good.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
    expect(await storedAnswers()).toEqual({ nps: 9, why: 'All good.' })
  })

  test('Enter takes a number and goes on to the comment, which is sent with the button', async () => {
    const page = await visit('nps')
    await page.keyboard.press('Tab')
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(storedAnswers).toEqual({ nps: 2 })
    expect(await stored()).toMatchObject([{ state: 'partial' }])
    await page.keyboard.type('Nobody called back.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
    expect(await storedAnswers()).toEqual({ nps: 2, why: 'Nobody called back.' })
  })

  test('a score from a link is chosen, and counts once the customer does something', async () => {
    const page = await visit('nps?score=9')
    await says(page, 'Your choice: 9. Please send it, or choose another.')
    expect(await page.getByRole('radio', { name: '9' }).isChecked()).toBe(true)
    await expect.poll(states).toEqual(['unconfirmed'])
    // What a scanner's own script does is no human act, whatever it clicks on.
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[type=radio][value="8"]')!.click(),
    )
    await expect.poll(storedAnswers).toEqual({ nps: 8 })
    expect(await states()).not.toContain('partial')
    await number(page, 9).click()
    await says(page, 'Saved')
    expect(await states()).toEqual(['partial'])
    expect(await storedAnswers()).toEqual({ nps: 9 })
  })

  test('what nobody confirmed gives way to the newest link, what a person chose stays', async () => {
    const page = await visit('nps?score=3')
    await expect.poll(states).toEqual(['unconfirmed'])
    await page.goto(`${origin}/s/nps?score=9`)
    expect(await page.getByRole('radio', { name: '9', exact: true }).isChecked()).toBe(true)
    await page.reload()
    await number(page, 8).click()
    await says(page, 'Saved')
    await page.goto(`${origin}/s/nps?score=1`)
    expect(await page.getByRole('radio', { name: '8', exact: true }).isChecked()).toBe(true)
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.locator('.thanks h1').waitFor()
    expect((await states()).filter((state) => state !== 'unconfirmed')).toEqual(['complete'])
    const [kept] = await asking.db.orm.select().from(response).where(eq(response.state, 'complete'))
    expect(await readStored(asking.db, kept!.id)).toMatchObject({ answers: { nps: 8 } })
  })

  test('acts that choose nothing confirm nothing', async () => {
    const page = await visit('nps?score=9')
    await expect.poll(states).toEqual(['unconfirmed'])
    for (const key of ['Escape', 'Control', 'Shift', 'a', 'Tab', 'Tab', 'ArrowDown', 'PageDown'])
      await page.keyboard.press(key)
    await page.mouse.click(5, 5)
    await page.locator('h1, legend').first().click()
    await page.getByRole('textbox').click()
    await page.mouse.wheel(0, 200)
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('label:has([value="4"])')!.click()
      document.querySelector('form')!.requestSubmit()
    })
    await page.getByRole('radio', { name: '4', exact: true }).waitFor()
    await expect.poll(storedAnswers).toEqual({ nps: 4 })
    expect(await states()).not.toContain('partial')
    expect(await states()).not.toContain('complete')
  })

  test.each([
    ['Send', (page: Page) => send(page).click(), 'complete'],
    ['the number that is chosen', (page: Page) => number(page, 9).click(), 'partial'],
    ['Space on it', (page: Page) => page.locator('[value="9"]').press('Space'), 'partial'],
    ['Enter on it', (page: Page) => page.locator('[value="9"]').press('Enter'), 'partial'],
    ['words', (page: Page) => page.getByRole('textbox').fill('Fine.'), 'partial'],
  ])('one act confirms a link’s score: %s', async (_, act, state) => {
    const page = await visit('nps?score=9')
    await expect.poll(states).toEqual(['unconfirmed'])
    await act(page)
    await expect.poll(states).toEqual([state])
    expect(await storedAnswers()).toMatchObject({ nps: 9 })
  })

  test('an answer that has to be worked for is worked for by the page itself', async () => {
    await publish('worked', { ...TEMPLATES.nps.definition, proof: 'always' })
    const page = await visit('worked')
    await number(page, 9).click()
    await says(page, 'Saved')
    expect(await states()).toEqual(['partial'])
    await send(page).click()
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
    expect(await states()).toEqual(['complete'])
  })

  test('a change of language or a reload goes on with the same answer', async () => {
    const page = await visit('nps?channel=chat')
    await number(page, 3).click()
    await says(page, 'Saved')
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.getByText('Danke für Ihre Offenheit.').waitFor()
    expect(await page.getByRole('radio', { name: '3', exact: true }).isChecked()).toBe(true)
    await page.reload()
    await number(page, 4).click()
    await says(page, 'Gespeichert')
    expect(await stored()).toHaveLength(1)
    expect(await storedAnswers()).toEqual({ nps: 4 })
  })

  test('what the network lost is kept, said, and arrives once when it is back', async () => {
    const page = await visit('nps')
    await page.context().setOffline(true)
    await number(page, 2).click()
    await page.getByText('Not saved yet.').waitFor()
    await page.getByRole('textbox').fill('On the train.')
    await send(page).click()
    expect(await page.getByRole('heading', { name: /^Thank you/ }).count()).toBe(0)
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
    expect(await stored()).toMatchObject([{ state: 'complete' }])
    expect(await storedAnswers()).toEqual({ nps: 2, why: 'On the train.' })
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  test('a server that is down is tried again until it is up', async () => {
    const page = await visit('nps')
    await asking.stop()
    await number(page, 2).click()
    await page.getByText('Not saved yet.').waitFor()
    await asking.listen(Number(new URL(origin).port))
    await says(page, 'Saved')
    expect(await stored()).toHaveLength(1)
  })

  test('what could not be sent is sent at the next visit of any survey', async () => {
    const page = await visit('nps')
    await page.context().setOffline(true)
    await number(page, 2).click()
    await page.getByText('Not saved yet.').waitFor()
    await page.close()
    await page.context().setOffline(false)
    const next = await page.context().newPage()
    await next.goto(`${origin}/s/csat`)
    await expect.poll(storedAnswers).toEqual({ nps: 2 })
  })

  test('what the server refuses is not tried again, and its page says why', async () => {
    const page = await visit('nps')
    asking.clock.now += 31 * 86_400_000
    await number(page, 2).click()
    await page.getByText('Please send your answer once more.').waitFor()
    expect(await page.getByRole('radio', { name: '2', exact: true }).isChecked()).toBe(true)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await send(page).click()
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
    expect(await storedAnswers()).toEqual({ nps: 2 })
  })

  test('every kind of question is asked when its turn comes', async () => {
    await publish('many', MANY)
    const page = await visit('many')
    await number(page, 2).click()
    await page.getByLabel('The price').check()
    await page.getByLabel('Not yet').check()
    await page.locator('[name=sat] label').nth(3).click()
    await send(page).click()
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
    expect(await storedAnswers()).toEqual({ ces: 2, reasons: '["price"]', solved: 'no', sat: 4 })
    await page.getByRole('button', { name: 'Change my answer' }).click()
    await number(page, 7).click()
    await expect.poll(storedAnswers).toEqual({ ces: 7, solved: 'no', sat: 4 })
  })

  test('every kind is answered by keyboard alone, and each thing has its name', async () => {
    await publish('every', everyKind)
    const page = await visit('every')
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await press('Tab', 'Space', 'ArrowLeft', 'ArrowLeft', 'Enter')
    await press('ArrowRight', 'Enter', 'ArrowRight', 'Enter', 'ArrowRight', 'Enter')
    // The highest number of the scale, and no, each bring out a question.
    await press('ArrowLeft', 'Enter', 'ArrowRight', 'Enter', 'ArrowUp', 'Tab')
    await page.keyboard.type('A lost parcel')
    await press('Tab', 'Space', 'Tab', 'Tab', 'Space')
    await page.keyboard.type('In the car')
    await press('Tab')
    await page.keyboard.type('Slow')
    await press('Tab')
    await page.keyboard.type('anna@')
    const told = page.getByText('This does not look like an e-mail address.')
    expect(await told.isVisible()).toBe(false)
    await press('Tab', 'Enter')
    await told.waitFor()
    const outline = await page.locator('form').ariaSnapshot()
    for (const named of [
      'radiogroup "Would you recommend Acme?"',
      'radiogroup "How was the delivery? optional"',
      'radio "2 stars" [checked]',
      'radio "Dissatisfied" [checked]',
      'radiogroup "Did we solve your problem? optional"',
      'radio "No" [checked]',
      'group "Where do you use it? optional"',
      'checkbox "Something else" [checked]',
      'textbox "What would that be?": In the car',
      'textbox "May we write to you about this? optional"',
    ])
      expect(outline).toContain(named)
    await page.keyboard.type('example.com')
    await press('Enter')
    await page.getByRole('heading', { name: 'Thank you. That makes our day.' }).waitFor()
    expect(await page.getByRole('link', { name: 'Review us' }).isVisible()).toBe(true)
    expect(await storedAnswers()).toEqual({
      nps: 9,
      stars: 2,
      faces: 2,
      effort: 2,
      value: 10,
      solved: 'no',
      reason: 'other',
      reason_other: 'A lost parcel',
      uses: '["home","other"]',
      uses_other: 'In the car',
      word: 'Slow',
      dataset: 'anna@example.com',
    })
  })

  test('what has the focus is seen on the smallest screen, on the way there and back', async () => {
    await publish('every', everyKind)
    const page = await visit('every?lang=he', { viewport: { width: 320, height: 480 } })
    await number(page, 3).click()
    await page.locator('[name=solved][value=no]').check()
    await page.locator('[name=reason][value=other]').check()
    const forth = await walk(page, 'Tab')
    const back = await walk(page, 'Shift+Tab')
    expect([...forth.faults, ...back.faults]).toEqual([])
    expect(back.stops.length).toBeGreaterThan(everyKind.questions.length)
  })

  test('a survey of one question is done with one tap', async () => {
    const { questions, ...rest } = TEMPLATES.csat.definition
    await publish('single', { ...rest, questions: questions.slice(0, 1) })
    const page = await visit('single')
    await number(page, 5).click()
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor()
    expect(await stored()).toMatchObject([{ state: 'complete' }])
  })

  test('nothing is asked of any other server, in one request, without a cookie', async () => {
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(`${origin}/s/nps`, { waitUntil: 'networkidle' })
    expect(asked).toEqual([`${origin}/s/nps`])
    expect(complaints).toEqual([])
    expect(await context.cookies()).toEqual([])
  })
})

describe('without script', () => {
  test('a form goes from the score to its question to the thanks', async () => {
    const page = await visit('nps', { javaScriptEnabled: false })
    await number(page, 3).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('textbox').fill('Nobody called back.')
    await number(page, 4).click()
    await send(page).click()
    await page.getByRole('heading', { name: /^Thank you for telling us/ }).waitFor()
    expect(await stored()).toMatchObject([{ state: 'complete' }])
    expect(await storedAnswers()).toEqual({ nps: 4, why: 'Nobody called back.' })
  })

  test('a form without a number asks for one, and can be sent in another language', async () => {
    const page = await visit('nps', { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Please pick a number first.').waitFor()
    await number(page, 3).click()
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await page.getByText('Danke für Ihre Offenheit.').waitFor()
    expect(await stored()).toHaveLength(1)
  })
})

describe('the layout', () => {
  test.each(['nps', 'csat', 'ces'])(
    'of %s shows all numbers at 360 px, 44 px large',
    async (slug) => {
      for (const language of TEMPLATES.nps.definition.languages) {
        const page = await visit(`${slug}?lang=${language}`, PHONE)
        const { wide, lowest, smallest } = await page.evaluate(() => {
          const boxes = [...document.querySelectorAll('.row span')].map((box) =>
            box.getBoundingClientRect(),
          )
          return {
            wide: document.documentElement.scrollWidth,
            lowest: Math.max(...boxes.map(({ bottom }) => bottom)),
            smallest: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
          }
        })
        expect(wide).toBeLessThanOrEqual(360)
        expect(lowest).toBeLessThanOrEqual(640)
        expect(smallest).toBeGreaterThanOrEqual(44)
        await page.context().close()
      }
    },
  )

  test.each(['en', 'he', 'ar'])(
    'gives a finger 44 px wherever it may press, on the smallest phones too, in %s',
    async (language) => {
      await publish('every', everyKind)
      const page = await visit(`every?email=eva@example.com&lang=${language}`, {
        viewport: { width: 320, height: 568 },
      })
      const tooSmall = () =>
        page
          .locator('a, button, .row label, .option, textarea, [type=email], .other, [name=word]')
          .filter({ visible: true })
          .evaluateAll((all) =>
            all
              .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()] as const)
              .filter(([, { width, height }]) => width < 44 || height < 44)
              .map(([html]) => html),
          )
      await number(page, 3).click()
      await page.locator('[name=solved][value=no]').check()
      await page.locator('[name=reason][value=other]').check()
      expect(await tooSmall()).toEqual([])
      await page.locator('.end-row button').click()
      await page.locator('.thanks h1').waitFor()
      expect(await tooSmall()).toEqual([])
      await page.locator('.thanks p a').click()
      await page.locator('textarea').waitFor()
      expect(await tooSmall()).toEqual([])
      await expectNoFaults(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    },
  )

  test('puts eleven numbers in two rows on a phone and in one from 600 px', async () => {
    const rows = (page: Page) =>
      page.evaluate(
        () =>
          new Set(
            [...document.querySelectorAll('.row span')].map(
              (box) => box.getBoundingClientRect().top,
            ),
          ).size,
      )
    expect(await rows(await visit('nps', PHONE))).toBe(2)
    expect(await rows(await visit('nps', { viewport: { width: 600, height: 800 } }))).toBe(1)
  })

  test('runs right to left in Hebrew, with 0 on the right and its words beside it', async () => {
    const page = await visit('nps?lang=he')
    const left = async (selector: string) => (await page.locator(selector).boundingBox())!.x
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await left('label:has([value="0"])')).toBeGreaterThan(
      await left('label:has([value="10"])'),
    )
    expect(await left('#nps-low')).toBeGreaterThan(await left('#nps-high'))
  })

  test('fills what is chosen', async () => {
    const page = await visit('nps')
    const background = (value: number) =>
      number(page, value)
        .locator('span')
        .evaluate((box) => getComputedStyle(box).backgroundColor)
    await number(page, 3).click()
    await page.mouse.move(0, 0)
    expect(await background(3)).not.toBe(await background(4))
  })
})

describe('axe finds nothing', () => {
  const looks: [string, BrowserContextOptions][] = [
    ['in the light', { colorScheme: 'light' }],
    ['in the dark', { colorScheme: 'dark' }],
  ]
  test.each(looks)('%s, from the question to the thanks', async (_, options) => {
    const page = await visit('nps', options)
    await expectNoFaults(page)
    await number(page, 3).click()
    await page.getByRole('textbox').fill('Slow')
    await expectNoFaults(page)
    await page.locator('.end-row button').click()
    await page.locator('.thanks h1').waitFor()
    await expectNoFaults(page)
  })

  test.each(everyKind.languages)('in any kind of question, asked in %s', async (language) => {
    await publish('every', everyKind)
    const page = await visit(`every?lang=${language}`, PHONE)
    await number(page, 3).click()
    await page.locator('[name=value][value="9"]').check()
    await page.locator('[name=solved][value=no]').check()
    await page.locator('[name=reason][value=other]').check()
    expect(await page.locator('fieldset:visible').count()).toBe(everyKind.questions.length)
    expect(await page.locator('[name=uses_other]').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectNoFaults(page)
  })

  test('where something is wrong, closed or not there', async () => {
    await pauseSurvey(asking.db, await publish('closed', TEMPLATES.nps.definition), NOW)
    await publish('many', MANY)
    for (const path of ['closed', 'nothing', 'many?score=2'])
      await expectNoFaults(await visit(path))
    const page = await visit('nps')
    await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.forms[0]))
    await page.getByText('Please pick a number first.').waitFor()
    await expectNoFaults(page)
  })
})

async function expectNoFaults(page: Page) {
  expect(await faultsOn(page)).toEqual([])
}

const MANY: SurveyDefinition = {
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
