import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { readStored } from '../../../db/responses/save.ts'
import { followUp, response } from '../../../db/schema/index.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import {
  PHONE,
  browser,
  asking,
  origin,
  publish,
  visit,
  number,
  send,
  says,
  stored,
  switchTo,
  storedAnswers,
  expectNoFaults,
  serveEachTest,
} from './visitPage.ts'

const states = async () => (await stored()).map(({ state }) => state)

serveEachTest()

describe('with script', () => {
  test('one tap saves the score and shows the question for its band', async () => {
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

  test('from the thanks a customer reads their answers, adds to them, and withdraws them', async () => {
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

  test('typed text is saved when the page is closed at once', async () => {
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
    await switchTo(page, 'Deutsch')
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

  test('an unconfirmed score gives way to the newest link, a chosen one stays', async () => {
    const page = await visit('nps?score=3')
    await expect.poll(states).toEqual(['unconfirmed'])
    await page.goto(`${origin}/s/nps?score=9`)
    expect(await page.getByRole('radio', { name: '9', exact: true }).isChecked()).toBe(true)
    await page.reload()
    await number(page, 8).click()
    await says(page, 'Saved')
    await page.goto(`${origin}/s/nps?score=1`)
    expect(await page.getByRole('radio', { name: '8', exact: true }).isChecked()).toBe(true)
    await switchTo(page, 'Deutsch')
    await page.getByRole('button', { name: 'Senden' }).click()
    await page.locator('.thanks h1').waitFor()
    expect((await states()).filter((state) => state !== 'unconfirmed')).toEqual(['complete'])
    const [kept] = await asking.db.orm.select().from(response).where(eq(response.state, 'complete'))
    expect(await readStored(asking.db, kept!.id)).toMatchObject({ answers: { nps: 8 } })
  })

  test('actions that choose nothing confirm nothing', async () => {
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
  ])('one action confirms a link’s score: %s', async (_, act, state) => {
    const page = await visit('nps?score=9')
    await expect.poll(states).toEqual(['unconfirmed'])
    await act(page)
    await expect.poll(states).toEqual([state])
    expect(await storedAnswers()).toMatchObject({ nps: 9 })
  })

  test('the page solves a required proof of work by itself', async () => {
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
    await switchTo(page, 'Deutsch')
    await page.getByText('Danke für Ihre Offenheit.').waitFor()
    expect(await page.getByRole('radio', { name: '3', exact: true }).isChecked()).toBe(true)
    await page.reload()
    await number(page, 4).click()
    await says(page, 'Gespeichert')
    expect(await stored()).toHaveLength(1)
    expect(await storedAnswers()).toEqual({ nps: 4 })
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
    await switchTo(page, 'Deutsch')
    await page.getByText('Danke für Ihre Offenheit.').waitFor()
    expect(await stored()).toHaveLength(1)
  })
})
