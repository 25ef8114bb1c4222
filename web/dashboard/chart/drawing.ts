import type { Band } from '../../../surveys/scoring/metrics.ts'
import { Chart, type ChartConfiguration, type Plugin } from './library.ts'
import { readPalette, type Palette } from './palette.ts'
import type { Caption } from './save.ts'

/** A band in a bar, or one of the lines that are laid over. */
export type Part = { band: Band } | { overlay: number }

/** What a screen holds of a chart that is drawn. */
export type Drawing<Picture> = {
  update: (picture: Picture) => void
  /** Takes the colours anew that the style sheet has now. */
  recolour: () => void
  /** Puts the cursor on a point, and says how far from the left it stands. */
  point: (index: number | null) => number | null
  nearest: (event: MouseEvent) => number | null
  /** What of a point is under the mouse, where it is not the point as a whole. */
  partAt: (event: MouseEvent) => Part | null
  /** The chart with what it is about in words, always in light colours, as a file. */
  save: (format: 'png' | 'svg', caption: Caption) => Promise<Blob>
  destroy: () => void
}

/** What is on screen now; plugins read it at every drawing. */
export type Live<Picture> = { picture: Picture; palette: Palette; cursor: number | null }

/** How one kind of picture is drawn. */
export type Plot<Picture> = {
  configure: (picture: Picture, palette: Palette) => Omit<ChartConfiguration, 'plugins'>
  plugins: (live: Live<Picture>) => Plugin[]
  /** How far from the left a point stands. */
  leftOf: (chart: Chart, index: number) => number
  nearest: (chart: Chart, x: number, y: number) => number | null
  partAt?: (chart: Chart, picture: Picture, x: number, y: number) => Part | null
}

/** Draws a picture, and from then on follows its changes. */
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

/** A picture with what it is about in words, always in light colours, as a file. */
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
