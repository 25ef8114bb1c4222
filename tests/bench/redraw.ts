import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isoOf } from '../../surveys/days.ts'
import { scoreOf } from '../../surveys/scoring/score.ts'
import { openBrowser } from '../support/browser.ts'
import { quantile } from './load.ts'

const DAYS = 365
const OVERLAYS = 4
const ROUNDS = 40
const WARM_UP = 10

/**
 * How long the dashboard's chart takes to draw a year by day with four overlays anew once the data is
 * there, in Chromium.
 * @param url of a server that serves the built dashboard
 * @returns the median in ms
 */
export async function redrawTime(url: string): Promise<number> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(url)
    const times = await page.evaluate(redraw, {
      path: `/assets/${chunk('trend')}`,
      pictures: [aPicture(0), aPicture(5)],
      rounds: ROUNDS,
    })
    return quantile(times.slice(WARM_UP), 0.5)
  } finally {
    await browser.close()
  }
}

// Runs in the page.
async function redraw(given: { path: string; pictures: object[]; rounds: number }) {
  type Chart = {
    drawTrend: (on: HTMLCanvasElement, first: object) => { update(next: object): void }
  }
  const { drawTrend } = (await import(given.path)) as Chart
  const area = document.body.appendChild(document.createElement('div'))
  area.style.cssText = 'position: relative; inline-size: 900px; block-size: 400px'
  const canvas = area.appendChild(document.createElement('canvas'))
  const write = { writeScore: String, writeCount: String }
  const pictures = given.pictures.map((picture) => ({ ...picture, ...write }))
  const drawing = drawTrend(canvas, pictures[0]!)
  const times: number[] = []
  for (let round = 0; round < given.rounds; round++) {
    await new Promise(requestAnimationFrame)
    const start = performance.now()
    drawing.update(pictures[(round + 1) % 2]!)
    times.push(performance.now() - start)
  }
  return times
}

function aPicture(shift: number) {
  const periods = (line: number) =>
    Array.from({ length: DAYS }, (_, day) => ({
      from: isoOf(20_000 + day),
      to: isoOf(20_000 + day),
      ...scoreOf('nps', {
        10: 20 + ((day * 7 + shift + 3 * line) % 17),
        8: 12,
        0: 5 + ((day * 5 + shift + line) % 11),
      }),
    }))
  const main = periods(0)
  return {
    metric: 'nps',
    name: 'Everyone',
    periods: main,
    bars: main,
    before: [],
    overlays: Array.from({ length: OVERLAYS }, (_, look) => ({
      name: `Group ${look}`,
      look,
      periods: periods(look + 1),
    })),
    flags: [{ at: 100, kind: 'mark', text: 'Version 2 published' }],
    note: '',
    labels: main.map(({ from }) => from),
    rightToLeft: false,
  }
}

function chunk(name: string): string {
  const assets = join(import.meta.dirname, '../dashboard/assets')
  return readdirSync(assets).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))!
}
