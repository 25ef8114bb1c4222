import { describe, expect, test } from 'vitest'
import { everyKind } from '../../support/everyKind.ts'
import { walk } from '../../support/walking.ts'
import { publish, visit, number, send, storedAnswers, MANY, serveEachTest } from './visitPage.ts'

serveEachTest()

describe('every kind of question', () => {
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
    const told = page.getByText('This does not look like an email address.')
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
})
