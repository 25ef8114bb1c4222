import { describe, expect, it } from 'vitest'
import { faultsOn } from '../../../support/axe.ts'
import {
  server,
  page,
  trends,
  chart,
  chartText,
  opened,
  numberIn,
  serveTrends,
} from './trendsPage.ts'

serveTrends()

describe('a number', () => {
  it('opens the answers it counts: in whole, in a band, in a group, laid over, as a cause', async () => {
    const numbers: [string, () => ReturnType<typeof page.locator>][] = [
      ['the score', () => page.locator('.trend-summary .score-figure__n a')],
      ['a band', () => page.locator('.band-bar__legend li').first().getByRole('link')],
      ['a group', () => page.locator('.score-group__row').nth(2).getByRole('link')],
      ['an overlay', () => page.locator('.overlay-row').getByRole('link')],
      ['a cause', () => page.locator('.score-causes__property').first().getByRole('link').first()],
    ]
    for (const [what, link] of numbers) {
      await page.goto(`${trends}?range=custom&from=2026-06-22&to=2026-07-19&overlay=p.team%3DNorth`)
      const text = (await link().textContent())!
      const n = Number(text.replace(/\D/g, ''))
      await link().click()
      const { onPage, inFile } = await opened()
      expect([what, onPage, inFile]).toEqual([what, n, n])
    }
  })

  it('opens its answers from a row of the overview, too', async () => {
    await page.goto(server.url)
    const link = page.locator('.survey-score').first().locator('.score-figure__n a')
    const n = numberIn(await link.textContent())
    await link.click()
    const { onPage, inFile } = await opened()
    expect([onPage, inFile]).toEqual([n, n])
  })

  it('opens its answers from the list of surveys, those to the question that it counts', async () => {
    await page.goto(`${server.url}/surveys`)
    const link = page.locator('.survey-row__answers a').first()
    const n = numberIn(await link.textContent())
    await link.click()
    const { onPage, inFile, search } = await opened()
    expect([onPage, inFile]).toEqual([n, n])
    expect(search.has('question')).toBe(true)
  })

  it('opens its answers from the values of a property', async () => {
    await page.goto(trends.replace(/trends.*/, 'properties'))
    await page.locator('.property-use__values summary').first().click()
    const link = page.locator('.value-uses__table').first().getByRole('link').first()
    const n = Number((await link.textContent())!.replace(/\D/g, ''))
    await link.click()
    const { onPage, inFile } = await opened()
    expect([onPage, inFile]).toEqual([n, n])
  })

  it('is the same on the trends that a row of the overview opens', async () => {
    await page.goto(server.url)
    const row = page.locator('.survey-score').first()
    const score = await row.locator('.score-figure').first().textContent()
    await row.locator('.survey-score__name a').click()
    await page.locator('.trend-summary .score-figure').first().waitFor()
    expect(await page.locator('.trend-summary .score-figure').first().textContent()).toBe(score)
  })

  it('opens its days from the chart by key, and a band of them by mouse', async () => {
    await page.goto(`${trends}?by=month`)
    await chart().focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    const n = numberIn(await chartText())
    await page.keyboard.press('Enter')
    const month = await opened()
    expect([month.onPage, month.inFile]).toEqual([n, n])
    expect(month.search.get('range')).toBe('custom')

    await page.goto(`${trends}?by=month`)
    await page.getByRole('heading', { name: 'Groups' }).waitFor()
    await chart().scrollIntoViewIfNeeded()
    await chart().focus()
    await page.keyboard.press('ArrowLeft')
    const left = await page
      .locator('.chart-area__words')
      .evaluate((words) => Number.parseFloat((words as HTMLElement).style.left))
    const box = (await chart().boundingBox())!
    // Just over the axis the bars begin, with the unhappy.
    await page.mouse.click(box.x + left, box.y + box.height - 34)
    const band = await opened()
    expect(band.search.get('band')).toBe('unhappy')
    expect(band.onPage).toBe(band.inFile)
  })

  it('is not compared with days that are refused, and the page explains why', async () => {
    await page.goto(`${trends}?range=28d&against=custom&beforeFrom=2026-02-30&beforeTo=2026-03-31`)
    await page.getByText('“2026-02-30” under “Compared with: From” is not a date.').waitFor()
    expect(await page.locator('.trend-summary .score-figure__n a').count()).toBe(1)
    expect(await page.locator('.earlier-period').count()).toBe(0)
    await page.goto(`${trends}?range=custom&from=2026-03-01&to=2026-13-01`)
    await page.getByText('“2026-13-01” under “To” is not a date.').waitFor()
  })

  it('keeps three groups and customers counted once, in link and file', async () => {
    await page.goto(`${trends}?p.channel=chat&p.team=North&p.product=App&counting=customers`)
    const link = page.locator('.trend-summary .score-figure__n a')
    const n = numberIn(await link.textContent())
    await link.click()
    const { search, onPage, inFile } = await opened()
    expect([onPage, inFile]).toEqual([n, n])
    expect(search.get('counting')).toBe('customers')
    expect(await page.locator('.chip').allTextContents()).toEqual([
      'With a score',
      'Latest per customer',
      'channel: chat',
      'team: North',
      'product: App',
    ])
    await page.getByRole('button', { name: 'Remove team: North' }).click()
    await expect.poll(() => page.url()).not.toContain('team')
  })

  it('explains how it was computed', async () => {
    await page.goto(`${trends}?counting=customers`)
    await page.getByText('How this is counted').click()
    await page.getByText('95%, adjusted Wald').waitFor()
    await page.getByText(/[\d,]+ earlier answers of the same customers/).waitFor()
    expect(await faultsOn(page)).toEqual([])
  })
})
