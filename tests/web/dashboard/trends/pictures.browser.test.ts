import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { server, page, trends, saved, opened, serveTrends } from './trendsPage.ts'

serveTrends()

describe('the chart as a picture', () => {
  it('is an SVG with title, score, n, period and names, drawn in light colours', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${trends}?overlay=p.team%3DNorth&p.channel=chat`)
    const { name, bytes } = await saved('Score over time: save as SVG')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(name).toMatch(/^ohlas-example-after-support-trend-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.svg$/)

    await page.goto(`data:image/svg+xml;base64,${bytes.toString('base64')}`)
    const texts = await page.locator('text').allTextContents()
    const all = texts.join('\n')
    expect(texts[0]).toBe('Example: after support')
    expect(all).toMatch(/\d+ ±\d+\u2069 · [\d,]+ answers/)
    expect(all).toMatch(/Recommendation \(NPS\) · .*20\d\d.* · channel: chat/)
    expect(texts).toEqual(expect.arrayContaining(['North', 'chat', 'App 7.0 released']))
    const drawn = await page.evaluate(() => {
      const size = document.documentElement.getBoundingClientRect()
      const paper = document.querySelector('svg > path')!.getAttribute('fill')!
      const lines = [...document.querySelectorAll('path[stroke-dasharray]')].map(
        (line) => line.getAttribute('d')!.split('L').length,
      )
      const outside = [...document.querySelectorAll('text')].filter((text) => {
        const box = text.getBoundingClientRect()
        return box.left < 0 || box.right > 960 || box.top < 0 || box.bottom > 540
      })
      const broken = document.documentElement.outerHTML.match(/NaN|undefined/g)
      return {
        width: size.width,
        height: size.height,
        paper,
        lines,
        outside: outside.length,
        broken,
      }
    })
    expect(drawn).toMatchObject({ width: 960, height: 540, outside: 0, broken: null })
    // North's dashed line goes through most weeks of the year.
    expect(Math.max(...drawn.lines)).toBeGreaterThan(10)
    const light = /rgb\((\d+), (\d+), (\d+)\)/.exec(drawn.paper)!.slice(1).map(Number)
    expect(Math.min(...light)).toBeGreaterThan(240)
  })

  it('has room for the earlier period beneath it', async () => {
    await page.goto(`${trends}?range=custom&from=2026-06-22&to=2026-07-26`)
    const { bytes } = await saved('Score over time: save as SVG')
    await page.goto(`data:image/svg+xml;base64,${bytes.toString('base64')}`)
    const { scale, heights } = await page.evaluate(() => {
      const texts = [...document.querySelectorAll('text')]
      const scale = texts
        .filter((text) => /^−?\d+$/.test(text.textContent))
        .map((text) => Number(text.getAttribute('y')))
      const earlier = document.querySelector('path[stroke-dasharray="4 4"]')!.getAttribute('d')!
      const heights = [...earlier.matchAll(/[ML][\d.-]+[ ,]([\d.-]+)/g)].map(([, y]) => Number(y))
      return { scale, heights }
    })
    expect(heights).toHaveLength(5)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(Math.min(...scale))
    expect(Math.max(...heights)).toBeLessThan(Math.max(...scale))
  })

  it('is there for the small trend of an alert, too, whole and in words', async () => {
    await page.goto(server.url)
    const what = /^Score down by (about|up to) \d+/
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: what }).filter({ hasText: 'SVG' }).click()
    const svg = readFileSync(await (await download).path())
    const drawn = await page.context().newPage()
    await drawn.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`)
    const texts = (await drawn.locator('text').allTextContents()).join('\n')
    await drawn.close()
    expect(texts).toMatch(/^Example: after/)
    expect(texts).toMatch(/\d+%? ±\d+\u2069 · [\d,]+ answers/)
    expect(texts).toMatch(/^Score down by (about|up to) \d+.* Since (the week|one of the weeks)/m)
    expect(svg.toString()).not.toMatch(/NaN|undefined/)
    const { name, bytes } = await saved(/^Score down by (about|up to) .*: save as PNG$/)
    expect(name).toMatch(/^ohlas-example-after-delivery-trend-.*\.png$/)
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080])
    const table = await saved(/^Score down by (about|up to) .*: save as CSV$/)
    expect(table.bytes.toString().split('\r\n')[0]).toContain('from,to,score,low,high,n')
  })

  it('is a PNG of twice the size, for a slide', async () => {
    await page.goto(trends)
    const { name, bytes } = await saved('Score over time: save as PNG')
    expect(name).toMatch(/\.png$/)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080])
    expect(bytes.length).toBeGreaterThan(20_000)
  })
})

describe('the funnel', () => {
  it('opens on demand, tells each group by key, and is saved as a picture', async () => {
    await page.goto(trends)
    const agents = page.getByRole('region', { name: 'agent', exact: true })
    await agents.getByText('Funnel plot').click()
    const funnel = agents.getByRole('slider', { name: 'Funnel plot: agent' })
    const told = async () => (await funnel.getAttribute('aria-valuetext'))!
    await funnel.focus()
    const heard = [await told()]
    for (let index = 1; index < 8; index++) {
      await page.keyboard.press('ArrowRight')
      heard.push(await told())
    }
    const sizes = heard.map((words) => Number(/([\d,]+) answers/.exec(words)![1]!.replace(',', '')))
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    const outside = heard.filter((words) => words.includes('outside the 95% limits'))
    expect(outside.join()).toMatch(/Clara Lindqvist.*Better than the rest/)
    await page.keyboard.press('Enter')
    const { search, onPage, inFile } = await opened()
    expect([onPage, inFile]).toEqual([sizes.at(-1), sizes.at(-1)])
    expect(heard.at(-1)).toContain(search.get('p.agent'))
    await page.goBack()
    await agents.getByText('Funnel plot').click()
    await funnel.waitFor()

    const { bytes } = await saved('Funnel plot: agent: save as SVG')
    await page.goto(`data:image/svg+xml;base64,${bytes.toString('base64')}`)
    const texts = await page.locator('text').allTextContents()
    expect(texts).toEqual(
      expect.arrayContaining(['Example: after support: agent', 'Clara Lindqvist']),
    )
    expect(bytes.toString()).not.toMatch(/NaN|undefined/)
  })

  it('states how its axis is cut and its filter, and keeps labels apart', async () => {
    await page.goto(`${trends}?range=custom&from=2026-06-22&to=2026-07-26&counting=customers`)
    const agents = page.getByRole('region', { name: 'agent', exact: true })
    await agents.getByText('Funnel plot').click()
    await agents.getByText(/^Scale cut to −\d+ … \d+\. Each point is a group\./).waitFor()
    const { bytes } = await saved('Funnel plot: agent: save as SVG')
    await page.goto(`data:image/svg+xml;base64,${bytes.toString('base64')}`)
    const told = (await page.locator('text').allTextContents()).join(' ')
    expect(told).toMatch(/Scale cut to −\d+ … \d+\./)
    expect(told).toContain('Latest per customer')
    const overlapping = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('text')].map((text) =>
        text.getBoundingClientRect(),
      )
      return boxes.flatMap((one, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) =>
              one.left < other.right &&
              other.left < one.right &&
              one.top + 4 < other.bottom &&
              other.top + 4 < one.bottom,
          ),
      ).length
    })
    expect(overlapping).toBe(0)
  })
})

it('gives the groups as a file', async () => {
  await page.goto(trends)
  const groups = await saved('Groups: save as CSV')
  expect(groups.name).toMatch(/^ohlas-example-after-support-groups-.*\.csv$/)
  expect(groups.bytes.toString()).toMatch(/\r\nagent,Clara Lindqvist,above,\d+(\.\d+)?,/)
})
