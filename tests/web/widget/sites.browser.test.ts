import { expect, test } from 'vitest'
import { answer } from '../../../db/schema/index.ts'
import {
  asking,
  house,
  addToBody,
  body,
  embed,
  visit,
  survey,
  score,
  asks,
  stored,
  refused,
  frames,
  serveEachTest,
} from './shop.ts'

serveEachTest()

test('a survey that does not allow the site is not shown, nor counted as asked', async () => {
  embed('data-survey="elsewhere" data-after="0"')
  const page = await visit()
  await refused(page)
  expect(await page.locator('.popover').isVisible()).toBe(false)
  expect(await page.evaluate('localStorage.length')).toBe(0)
})

test('a site that swaps its whole body, as Turbo does, can ask again', async () => {
  embed('data-survey="allowed"')
  const page = await visit()
  const swap = () => page.evaluate(`document.body.replaceWith(document.createElement('body'))`)
  // The first survey is swapped away before it could be seen.
  await page.route('**/s/**', () => {})
  expect(await asks(page)).toBe(true)
  await swap()
  await page.unroute('**/s/**')
  expect(await asks(page)).toBe(true)
  await score(page, 9).waitFor()
  expect(await frames(page)).toBe(1)
  await swap()
  expect(await asks(page)).toBe(false)
  expect(await page.evaluate('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 9).waitFor()
})

test('a browser without :modal shows a survey all the same', async () => {
  embed('data-survey="allowed"')
  const unknown = `{
    const { querySelectorAll } = document
    document.querySelectorAll = (selector) =>
      querySelectorAll.call(document, selector.replaceAll(':modal', ':not-known-here'))
  }`
  const page = await visit({}, unknown)
  expect(await asks(page)).toBe(true)
  await score(page, 9).waitFor()
})

test('a survey that a site has removed is shown again on request', async () => {
  embed('data-survey="allowed"')
  const page = await visit()
  await asks(page)
  await score(page, 9).waitFor()
  await page.evaluate(`document.body.lastElementChild.remove()`)
  expect(await page.evaluate('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 9).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => frames(page)).toBe(0)
})

test('two copies of the script share their state', async () => {
  embed('data-survey="allowed" data-after="0"')
  addToBody(body)
  const page = await visit()
  await score(page, 9).waitFor()
  await page.addScriptTag({ url: `${house}/widget.js` })
  expect(await page.evaluate(`ohlas.ask({ survey: 'allowed', anyway: true })`)).toBe(false)
  expect(await frames(page)).toBe(1)
  await page.evaluate('ohlas.close()')
  expect(await frames(page)).toBe(0)
})

test.each(['popover', 'dialog'])('a %s can be used over a site’s modal dialog', async (as) => {
  embed(`data-survey="allowed" data-as="${as}"`)
  addToBody(
    '<dialog id="a"><p>Cart</p></dialog><dialog id="b"><p>Really?</p><button>No</button></dialog>',
  )
  const page = await visit()
  const run = (code: string) => page.evaluate(code)
  const values = async () => (await asking.db.orm.select().from(answer)).map(({ value }) => value)
  const kept = (value: number) => expect.poll(values).toEqual([value])
  // The careless style would hide them; and fixed boxes are placed by whatever is transformed.
  const style = '"display:block!important;transform:scale(1)"'
  await run(`a.style.cssText = b.style.cssText = ${style}`)
  await run(`a.showModal()`)
  await asks(page)
  await score(page, 3).click()
  await kept(3)
  // One that opens later.
  await run(`b.showModal()`)
  await score(page, 4).click()
  await run(`b.close()`)
  await score(page, 5).click()
  await run(`a.close()`)
  await score(page, 6).click()
  await kept(6)
  expect(await stored()).toHaveLength(1)
  expect(await frames(page)).toBe(1)
  // One that is taken away with the survey in it.
  await run(`a.showModal()`)
  await score(page, 7).click()
  await kept(7)
  await run(`a.remove()`)
  expect(await frames(page)).toBe(0)
  expect(await run('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 9).waitFor()
})

test('a page restored by the browser continues with its survey', async () => {
  embed('data-survey="allowed"')
  const page = await visit()
  await asks(page)
  await score(page, 3).click()
  await page.goto('about:blank')
  await page.goBack()
  // Kept or loaded anew, as the browser likes.
  if (await frames(page)) await survey(page).locator('textarea').fill('Too slow')
  else expect(await page.evaluate('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 4).click()
  expect(await frames(page)).toBe(1)
})
