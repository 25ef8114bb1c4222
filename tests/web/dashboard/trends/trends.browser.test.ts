import { describe, expect, it } from 'vitest'
import { faultsOn } from '../../../support/axe.ts'
import { page, trends, chart, chartText, saved, serveTrends } from './trendsPage.ts'

serveTrends()

describe('lines beside the score', () => {
  it('can be added, named, compared, kept in the URL and removed', async () => {
    await page.goto(trends)
    await page.getByLabel('Add a line').selectOption({ label: 'North' })
    const overlays = page.getByRole('list', { name: 'Compared' })
    await overlays.getByText('team: North').waitFor()
    await overlays.getByText(/^Better than the rest: \d+ higher · clear difference/).waitFor()
    expect(new URL(page.url()).searchParams.getAll('overlay')).toEqual(['p.team=North'])
    expect(await chartText()).toMatch(/^Week of .*; North: /)

    await page.reload()
    await overlays.getByText('team: North').waitFor()
    await page.getByRole('button', { name: 'Stop comparing with team: North' }).click()
    await expect.poll(() => overlays.count()).toBe(0)
    expect(page.url()).toBe(trends)
  })

  it('are shown even if one of them no longer exists', async () => {
    await page.goto(`${trends}?overlay=p.planet%3DMars&overlay=p.team%3DNorth&overlay=survey%3Dx`)
    const overlays = page.getByRole('list', { name: 'Compared' }).getByRole('listitem')
    await expect.poll(() => overlays.count()).toBe(3)
    const texts = await overlays.allTextContents()
    expect(texts[0]).toContain('not available')
    expect(texts[1]).toContain('clear difference')
    expect(texts[2]).toContain('not available')
  })
})

it('rolls the line over 28 days, says so, and keeps the bars of single days', async () => {
  await page.goto(`${trends}?range=90d`)
  await page.getByLabel('Rolling average').selectOption('28 days')
  await page.getByText('Each point covers 28 days').waitFor()
  expect(await chartText()).toMatch(/^28 days to /)
  expect(await chart().getAttribute('aria-valuemax')).toBe('89')
  const { bytes } = await saved('Score over time: save as CSV')
  const [header, first] = bytes.toString().split('\r\n')
  expect(header).toContain('from,to,score,low,high,n')
  const [from, to] = first!.split(',').map((cell) => Date.parse(cell))
  expect(to! - from!).toBe(27 * 86_400_000)
})

it('adds an annotation to a day, reads it out at the keyboard cursor, and undoes its removal', async () => {
  await page.goto(trends)
  await page.getByRole('button', { name: 'Add event' }).click()
  await page.getByLabel('Event', { exact: true }).and(page.getByRole('textbox')).fill('New price')
  await page.keyboard.press('Enter')
  await page.getByText(/^Event added on /).waitFor()
  await expect.poll(chartText).toContain('New price')

  await page.getByRole('button', { name: 'Remove “New price”' }).click()
  await page.getByText('“New price” is removed.').waitFor()
  await expect.poll(chartText).not.toContain('New price')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(chartText).toContain('New price')

  await page.getByRole('button', { name: 'Edit “New price”' }).click()
  await page.getByLabel('Event', { exact: true }).and(page.getByRole('textbox')).fill('New prices')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(chartText).toContain('New prices')
})

it('has no axe violations with overlays, an annotation form and the funnel open', async () => {
  await page.goto(`${trends}?window=28&overlay=p.team%3DNorth&overlay=p.channel%3Dphone`)
  await page.getByRole('list', { name: 'Compared' }).waitFor()
  await page.getByText('Funnel plot').first().click()
  await page.getByRole('slider', { name: 'Funnel plot: agent' }).waitFor()
  await page.getByRole('button', { name: 'Add event' }).click()
  expect(await faultsOn(page)).toEqual([])
})
