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
 * Trace categories to record: the page's own marks, the compositor's frames, and what goes into them.
 */
const TRACED = ['blink.user_timing', 'disabled-by-default-devtools.timeline.frame', 'cc']

export type Redraw = {
  /**
   * From the new data to the frame that shows it: script, style, layout, paint, raster, commit. In
   * milliseconds.
   */
  shown: number
  /** The part of it that the browser takes to rasterise the canvas without a graphics card. */
  raster: number
}

/**
 * Measures from Chromium's trace, with its compositor at 60 frames a second, how long the dashboard's
 * chart takes to redraw a year by day with four overlays once the data is loaded.
 * @param url of a server that serves the built dashboard
 * @returns the medians in milliseconds
 */
export async function redrawTime(url: string): Promise<Redraw> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(url)
    await browser.startTracing(page, { categories: TRACED })
    await page.evaluate(redraw, {
      path: `/assets/${chunk('trend')}`,
      pictures: [aPicture(0), aPicture(5)],
      rounds: ROUNDS,
    })
    const redraws = redrawsIn(await browser.stopTracing()).slice(WARM_UP)
    return {
      shown: quantile(
        redraws.map(({ shown }) => shown),
        0.5,
      ),
      raster: quantile(
        redraws.map(({ raster }) => raster),
        0.5,
      ),
    }
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
  const area = document.createElement('div')
  area.style.cssText = 'position: relative; inline-size: 900px; block-size: 400px'
  document.body.replaceChildren(area)
  const canvas = area.appendChild(document.createElement('canvas'))
  const write = { writeScore: String, writeCount: String }
  const pictures = given.pictures.map((picture) => ({ ...picture, ...write }))
  const drawing = drawTrend(canvas, pictures[0]!)
  // Redraws a few frames apart, so that each is shown before the next.
  for (let frame = 0; frame < 4 * given.rounds; frame++) {
    await new Promise(requestAnimationFrame)
    if (frame % 4) continue
    performance.mark('redraw')
    drawing.update(pictures[(frame / 4) % 2]!)
  }
  await new Promise(requestAnimationFrame)
}

/** An entry of Chromium's trace; times are in microseconds. */
type Traced = { name: string; ts: number; dur?: number; pid: number }

/** Returns how long each mark's frame took, in milliseconds. */
function redrawsIn(trace: Buffer): Redraw[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] }
  const { pid } = traceEvents.find(({ name }) => name === 'redraw')!
  const told = (wanted: string) =>
    traceEvents
      .filter(({ name, pid: its }) => name === wanted && its === pid)
      .toSorted((one, other) => one.ts - other.ts)
  const rasters = told('LayerTreeHost::DoUpdateLayers')
  const frames = told('DrawFrame')
  return told('redraw').flatMap(({ ts }) => {
    const raster = rasters.find((each) => each.ts > ts)
    const frame = raster && frames.find((each) => each.ts > raster.ts)
    return frame ? [{ shown: (frame.ts - ts) / 1000, raster: raster.dur! / 1000 }] : []
  })
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
