import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOn } from '../../../support/axe.ts'
import { openBrowser } from '../../../support/browser.ts'
import { sharedFile } from '../../../support/database.ts'
import { startExample } from '../../../support/example.ts'
import type { Server } from '../../../support/server.ts'

// One server with the example data for all of them.

const file = sharedFile()
let browser: Browser
let server: Server
let page: Page
let trends: string

beforeAll(async () => {
  browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  context.setDefaultTimeout(20_000)
  page = await context.newPage()
  const started = await startExample(page.request, file)
  server = started.server
  const survey = started.surveys.find(({ slug }) => slug === 'example-after-support')!
  trends = `${server.url}/surveys/${survey.id}/trends`
})
afterAll(async () => {
  await browser.close()
  await server.end('SIGTERM')
})

const chart = () => page.getByRole('slider', { name: 'Score over time' })
const said = async () => (await chart().getAttribute('aria-valuetext'))!

/** What the page gives as a file when a button is pressed. */
async function saved(button: string) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

describe('lines beside the score', () => {
  it('are chosen, named, compared, kept in the address and taken away again', async () => {
    await page.goto(trends)
    await page.getByLabel('Add a line').selectOption({ label: 'North' })
    const overlays = page.getByRole('list', { name: 'Compared' })
    await overlays.getByText('team: North').waitFor()
    await overlays.getByText(/^Above the others: \d+ higher, more than chance/).waitFor()
    expect(new URL(page.url()).searchParams.getAll('overlay')).toEqual(['p.team=North'])
    expect(await said()).toMatch(/^Week of .*; North: /)

    await page.reload()
    await overlays.getByText('team: North').waitFor()
    await page.getByRole('button', { name: 'Stop comparing with team: North' }).click()
    await expect.poll(() => overlays.count()).toBe(0)
    expect(page.url()).toBe(trends)
  })

  it('are shown even when one of them is gone', async () => {
    await page.goto(`${trends}?overlay=p.planet%3DMars&overlay=p.team%3DNorth&overlay=survey%3Dx`)
    const overlays = page.getByRole('list', { name: 'Compared' }).getByRole('listitem')
    await expect.poll(() => overlays.count()).toBe(3)
    const texts = await overlays.allTextContents()
    expect(texts[0]).toContain('cannot be shown')
    expect(texts[1]).toContain('more than chance')
    expect(texts[2]).toContain('cannot be shown')
  })
})

it('rolls the line over 28 days, says so, and keeps the bars of single days', async () => {
  await page.goto(`${trends}?range=90d`)
  await page.getByLabel('Rolling line').selectOption('28 days')
  await page.getByText('Each point covers 28 days').waitFor()
  expect(await said()).toMatch(/^28 days to /)
  expect(await chart().getAttribute('aria-valuemax')).toBe('89')
  const { bytes } = await saved('Score over time: save as CSV')
  const [header, first] = bytes.toString().split('\r\n')
  expect(header).toContain('from,to,score,low,high,n')
  const [from, to] = first!.split(',').map((cell) => Date.parse(cell))
  expect(to! - from!).toBe(27 * 86_400_000)
})

it('notes on a day what happened, says it where the keys are, and undoes its removal', async () => {
  await page.goto(trends)
  await page.getByRole('button', { name: 'Add a mark' }).click()
  await page.getByLabel('What happened').and(page.getByRole('textbox')).fill('New price')
  await page.keyboard.press('Enter')
  await page.getByText(/^Noted on /).waitFor()
  await expect.poll(said).toContain('New price')

  await page.getByRole('button', { name: 'Remove “New price”' }).click()
  await page.getByText('“New price” is removed.').waitFor()
  await expect.poll(said).not.toContain('New price')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(said).toContain('New price')

  await page.getByRole('button', { name: 'Change “New price”' }).click()
  await page.getByLabel('What happened').and(page.getByRole('textbox')).fill('New prices')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(said).toContain('New prices')
})

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

  it('has room for the earlier time that is laid under it', async () => {
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

  it('is there for the small trends of the overview, too, whole and in words', async () => {
    await page.goto(server.url)
    const small = [
      { what: 'Example: after support', says: /^Recommendation \(NPS\) · .*20\d\d/m },
      {
        what: /^The score fell by about \d+/,
        says: /^The score fell by about \d+.* Since (the week|one of the weeks)/m,
      },
    ]
    for (const { what, says } of small) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: what }).filter({ hasText: 'SVG' }).click()
      const svg = readFileSync(await (await download).path())
      const drawn = await page.context().newPage()
      await drawn.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`)
      const texts = (await drawn.locator('text').allTextContents()).join('\n')
      await drawn.close()
      expect(texts).toMatch(/^Example: after/)
      expect(texts).toMatch(/\d+%? ±\d+\u2069 · [\d,]+ answers/)
      expect(texts).toMatch(says)
      expect(svg.toString()).not.toMatch(/NaN|undefined/)
    }
    const { name, bytes } = await saved('Example: after support: save as PNG')
    expect(name).toMatch(/^ohlas-example-after-support-trend-.*\.png$/)
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080])
    const table = await saved('Example: after support: save as CSV')
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
    await agents.getByText('A funnel to look at').click()
    const funnel = agents.getByRole('slider', { name: 'Funnel: agent' })
    const told = async () => (await funnel.getAttribute('aria-valuetext'))!
    await funnel.focus()
    const heard = [await told()]
    for (let index = 1; index < 8; index++) {
      await page.keyboard.press('ArrowRight')
      heard.push(await told())
    }
    const sizes = heard.map((words) => Number(/([\d,]+) answers/.exec(words)![1]!.replace(',', '')))
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    const outside = heard.filter((words) => words.includes('outside of where chance'))
    expect(outside.join()).toMatch(/Clara Lindqvist.*Above the others/)
    await page.keyboard.press('Enter')
    const { search, said, inFile } = await opened()
    expect([said, inFile]).toEqual([sizes.at(-1), sizes.at(-1)])
    expect(heard.at(-1)).toContain(search.get('p.agent'))
    await page.goBack()
    await agents.getByText('A funnel to look at').click()
    await funnel.waitFor()

    const { bytes } = await saved('Funnel: agent: save as SVG')
    await page.goto(`data:image/svg+xml;base64,${bytes.toString('base64')}`)
    const texts = await page.locator('text').allTextContents()
    expect(texts).toEqual(
      expect.arrayContaining(['Example: after support: agent', 'Clara Lindqvist']),
    )
    expect(bytes.toString()).not.toMatch(/NaN|undefined/)
  })

  it('says what of the scale is cut and what it is narrowed to, and keeps names apart', async () => {
    await page.goto(`${trends}?range=custom&from=2026-06-22&to=2026-07-26&counting=customers`)
    const agents = page.getByRole('region', { name: 'agent', exact: true })
    await agents.getByText('A funnel to look at').click()
    await agents.getByText(/^Scale cut to −\d+ … \d+\. Each point is a group\./).waitFor()
    const { bytes } = await saved('Funnel: agent: save as SVG')
    await page.goto(`data:image/svg+xml;base64,${bytes.toString('base64')}`)
    const told = (await page.locator('text').allTextContents()).join(' ')
    expect(told).toMatch(/Scale cut to −\d+ … \d+\./)
    expect(told).toContain('Each customer’s latest')
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

it('is free of what axe finds with lines laid over it, a mark being written and a funnel open', async () => {
  await page.goto(`${trends}?window=28&overlay=p.team%3DNorth&overlay=p.channel%3Dphone`)
  await page.getByRole('list', { name: 'Compared' }).waitFor()
  await page.getByText('A funnel to look at').first().click()
  await page.getByRole('slider', { name: 'Funnel: agent' }).waitFor()
  await page.getByRole('button', { name: 'Add a mark' }).click()
  expect(await faultsOn(page)).toEqual([])
})

/** Where the answers are that were opened, how many the page says they are, and how many the file has. */
async function opened() {
  await page.waitForURL(/\/responses\?/)
  const status = page.locator('.heading').getByRole('status')
  await expect.poll(() => status.textContent()).toMatch(/answer/)
  await expect.poll(async () => numberIn(await status.textContent())).toBeGreaterThan(0)
  const href = (await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href'))!
  const file = await (await page.request.get(server.url + href)).text()
  return {
    search: new URL(page.url()).searchParams,
    said: numberIn(await status.textContent()),
    // No comment of the example data has a line break.
    inFile: file.trim().split('\r\n').length - 1,
  }
}

const numberIn = (text: string | null) =>
  Number(/([\d,]+) answers?/.exec(text ?? '')?.[1]?.replace(',', '') ?? 0)

describe('a number', () => {
  it('opens the answers it counts: in whole, in a band, in a group, laid over, as a cause', async () => {
    const numbers: [string, () => ReturnType<typeof page.locator>][] = [
      ['the score', () => page.locator('.summary .score__n a')],
      ['a band', () => page.locator('.bands__words li').first().getByRole('link')],
      ['a group', () => page.locator('.group__row').nth(2).getByRole('link')],
      ['an overlay', () => page.locator('.overlay').getByRole('link')],
      ['a cause', () => page.locator('.cause').first().getByRole('link').first()],
    ]
    for (const [what, link] of numbers) {
      await page.goto(`${trends}?range=custom&from=2026-06-22&to=2026-07-19&overlay=p.team%3DNorth`)
      const text = (await link().textContent())!
      const n = Number(text.replace(/\D/g, ''))
      await link().click()
      const { said, inFile } = await opened()
      expect([what, said, inFile]).toEqual([what, n, n])
    }
  })

  it('opens its answers from a card of the overview, too', async () => {
    await page.goto(server.url)
    const link = page.locator('.card').first().locator('.score__n a')
    const n = numberIn(await link.textContent())
    await link.click()
    const { said, inFile } = await opened()
    expect([said, inFile]).toEqual([n, n])
  })

  it('opens its answers from the list of surveys, those to the question that it counts', async () => {
    await page.goto(`${server.url}/surveys`)
    const link = page.locator('.survey').first().locator('.facts a')
    const n = numberIn(await link.textContent())
    await link.click()
    const { said, inFile, search } = await opened()
    expect([said, inFile]).toEqual([n, n])
    expect(search.has('question')).toBe(true)
  })

  it('opens its answers from the values of a property', async () => {
    await page.goto(trends.replace(/trends.*/, 'properties'))
    await page.locator('.use__values summary').first().click()
    const link = page.locator('.values__table').first().getByRole('link').first()
    const n = Number((await link.textContent())!.replace(/\D/g, ''))
    await link.click()
    const { said, inFile } = await opened()
    expect([said, inFile]).toEqual([n, n])
  })

  it('is the same on the trends that a card of the overview opens', async () => {
    await page.goto(server.url)
    const card = page.locator('.card').first()
    const score = await card.locator('.score').first().textContent()
    await card.locator('.card__name a').click()
    await page.locator('.summary .score').first().waitFor()
    expect(await page.locator('.summary .score').first().textContent()).toBe(score)
  })

  it('opens its days from the chart by key, and a band of them by mouse', async () => {
    await page.goto(`${trends}?by=month`)
    await chart().focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    const n = numberIn(await said())
    await page.keyboard.press('Enter')
    const month = await opened()
    expect([month.said, month.inFile]).toEqual([n, n])
    expect(month.search.get('range')).toBe('custom')

    await page.goto(`${trends}?by=month`)
    await page.getByRole('heading', { name: 'Groups' }).waitFor()
    await chart().scrollIntoViewIfNeeded()
    await chart().focus()
    await page.keyboard.press('ArrowLeft')
    const left = await page
      .locator('.chart__words')
      .evaluate((words) => Number.parseFloat((words as HTMLElement).style.left))
    const box = (await chart().boundingBox())!
    // Just over the axis the bars begin, with the unhappy.
    await page.mouse.click(box.x + left, box.y + box.height - 34)
    const band = await opened()
    expect(band.search.get('band')).toBe('unhappy')
    expect(band.said).toBe(band.inFile)
  })

  it('is not held against days that are refused, and the page says why', async () => {
    await page.goto(`${trends}?range=30d&against=custom&beforeFrom=2026-02-30&beforeTo=2026-03-31`)
    await page.getByText('“2026-02-30” under “Compared with: From” is not a date.').waitFor()
    expect(await page.locator('.summary .score__n a').count()).toBe(1)
    expect(await page.locator('.earlier').count()).toBe(0)
    await page.goto(`${trends}?range=custom&from=2026-03-01&to=2026-13-01`)
    await page.getByText('“2026-13-01” under “To” is not a date.').waitFor()
  })

  it('keeps three groups and customers counted once, in link and file', async () => {
    await page.goto(`${trends}?p.channel=chat&p.team=North&p.product=App&counting=customers`)
    const link = page.locator('.summary .score__n a')
    const n = numberIn(await link.textContent())
    await link.click()
    const { search, said, inFile } = await opened()
    expect([said, inFile]).toEqual([n, n])
    expect(search.get('counting')).toBe('customers')
    expect(await page.locator('.chip').allTextContents()).toEqual([
      'With a score',
      'Each customer’s latest',
      'channel: chat',
      'team: North',
      'product: App',
    ])
    await page.getByRole('button', { name: 'Take away: team: North' }).click()
    await expect.poll(() => page.url()).not.toContain('team')
  })

  it('says how it came about', async () => {
    await page.goto(`${trends}?counting=customers`)
    await page.getByText('How this is counted').click()
    await page.getByText('95%, adjusted Wald').waitFor()
    await page.getByText(/[\d,]+ earlier answers of the same customers/).waitFor()
    expect(await faultsOn(page)).toEqual([])
  })
})
