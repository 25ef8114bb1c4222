import { describe, expect, test } from 'vitest'
import {
  asking,
  origin,
  visit,
  number,
  send,
  says,
  stored,
  storedAnswers,
  serveEachTest,
} from './visitPage.ts'

serveEachTest()

describe('unsent answers', () => {
  test('an answer that the network lost is kept, announced, and arrives once when it is back', async () => {
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

  test('an unsent answer is sent at the next visit of any survey', async () => {
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

  test('a refused answer is not retried, and the server’s page says why', async () => {
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
})
