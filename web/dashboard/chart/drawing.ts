import type { Band } from '../../../surveys/scoring/metrics.ts'
import { Chart, type ChartConfiguration, type Plugin } from './library.ts'
import { readPalette, type Palette } from './palette.ts'
import type { Caption } from './save.ts'

/** A band in a bar, or an overlay. */
export type Part = { band: Band } | { overlay: number }

/** A chart on screen. */
export type Drawing<Picture> = {
  update: (picture: Picture) => void
  /** Redraws with the style sheet's current colours. */
  recolour: () => void
  /** Moves the cursor to a point, and returns the point's distance from the left. */
  point: (index: number | null) => number | null
  nearest: (event: MouseEvent) => number | null
  /** The part of a point under the mouse; null for the point itself. */
  partAt: (event: MouseEvent) => Part | null
  /** Saves the chart with its caption, always in light colours. */
  save: (format: 'png' | 'svg', caption: Caption) => Promise<Blob>
  destroy: () => void
}

/** The current state; plugins read it on every drawing. */
export type Live<Picture> = { picture: Picture; palette: Palette; cursor: number | null }

/** How to draw one kind of picture. */
export type Plot<Picture> = {
  configure: (picture: Picture, palette: Palette) => Omit<ChartConfiguration, 'plugins'>
  plugins: (live: Live<Picture>) => Plugin[]
  /** A point's distance from the left. */
  leftOf: (chart: Chart, index: number) => number
  nearest: (chart: Chart, x: number, y: number) => number | null
  partAt?: (chart: Chart, picture: Picture, x: number, y: number) => Part | null
}

/** Draws a picture that can be updated. */
export function draw<Picture>(
  canvas: HTMLCanvasElement,
  first: Picture,
  plot: Plot<Picture>,
): Drawing<Picture> {
  const live: Live<Picture> = { picture: first, palette: readPalette(canvas), cursor: null }
  const chart = new Chart(canvas, {
    ...plot.configure(first, live.palette),
    plugins: plot.plugins(live),
  })

  const show = () => {
    const { data, options } = plot.configure(live.picture, live.palette)
    chart.data = data
    chart.options = options!
    chart.update('none')
  }

  const placeOf = (event: MouseEvent): [x: number, y: number] => {
    const { left, top } = canvas.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }

  return {
    update(picture) {
      live.picture = picture
      show()
    },
    recolour() {
      live.palette = readPalette(canvas)
      show()
    },
    point(index) {
      live.cursor = index
      chart.draw()
      return index === null ? null : plot.leftOf(chart, index)
    },
    nearest: (event) => plot.nearest(chart, ...placeOf(event)),
    partAt: (event) => plot.partAt?.(chart, live.picture, ...placeOf(event)) ?? null,
    save: (format, caption) => saveStill(canvas, live.picture, plot, format, caption),
    destroy: () => chart.destroy(),
  }
}

/** Saves a picture with its caption, always in light colours. */
export async function saveStill<Picture>(
  near: HTMLElement,
  picture: Picture,
  plot: Plot<Picture>,
  format: 'png' | 'svg',
  caption: Caption,
): Promise<Blob> {
  const { savePicture } = await import('./save.ts')
  const still = { picture, palette: readPalette(near, 'light'), cursor: null }
  return savePicture(format, still, plot, caption)
}
