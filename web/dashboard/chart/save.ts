import type { Live, Plot } from './drawing.ts'
import { BasicPlatform, Chart, type Plugin } from './library.ts'
import { svgCanvas } from './svgCanvas.ts'
import { fitted, fontOf, type Brush } from './text.ts'

/** The texts around a saved chart. */
export type Caption = {
  title: string
  subtitle: string
  /** Score, interval and n. */
  figure: string
  lines: string[]
  rightToLeft: boolean
}

/** 16:9, in px. A PNG has twice the resolution. */
const WIDTH = 960
const HEIGHT = 540
const EDGE = 32
const HEAD = 104
const LINE = 18

/**
 * Draws a chart with its texts for a slide, and returns the file. For SVG, chart.js draws on an object
 * that records the canvas calls as SVG.
 */
export async function savePicture<Picture>(
  format: 'png' | 'svg',
  live: Live<Picture>,
  plot: Plot<Picture>,
  caption: Caption,
): Promise<Blob> {
  if (format === 'svg') {
    const { canvas, read } = svgCanvas(WIDTH, HEIGHT)
    const chart = drawSlide(canvas, 1, live, withoutPath2D(plot), caption)
    const file = new Blob([read()], { type: 'image/svg+xml;charset=utf-8' })
    chart.destroy()
    return file
  }
  const canvas = document.createElement('canvas')
  const chart = drawSlide(canvas, 2, live, plot, caption)
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  chart.destroy()
  if (!file) throw new Error('The browser made no picture.')
  return file
}

// The points of a Path2D can't be read. chart.js doesn't use one for lines with segment styles.
function withoutPath2D<Picture>(plot: Plot<Picture>): Plot<Picture> {
  return {
    ...plot,
    configure(picture, palette) {
      const { data, ...rest } = plot.configure(picture, palette)
      const datasets = data.datasets.map((dataset) => ({ ...dataset, segment: {} }))
      return { ...rest, data: { ...data, datasets } }
    },
  }
}

function drawSlide<Picture>(
  canvas: HTMLCanvasElement,
  devicePixelRatio: number,
  live: Live<Picture>,
  plot: Plot<Picture>,
  caption: Caption,
): Chart {
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const { data, options, ...rest } = plot.configure(live.picture, live.palette)
  const padding = (options?.layout?.padding ?? {}) as { top?: number; right?: number }
  return new Chart(canvas, {
    ...rest,
    platform: BasicPlatform,
    data,
    options: {
      ...options,
      responsive: false,
      devicePixelRatio,
      layout: {
        padding: {
          left: EDGE,
          right: EDGE + (padding.right ?? 0),
          top: EDGE + HEAD + (padding.top ?? 0),
          bottom: EDGE + LINE * caption.lines.length,
        },
      },
    },
    plugins: [captionPlugin(caption, live), ...plot.plugins(live)],
  })
}

function captionPlugin<Picture>(caption: Caption, { palette }: Live<Picture>): Plugin {
  return {
    id: 'caption',
    beforeDraw({ ctx }) {
      ctx.save()
      ctx.fillStyle = palette.paper
      ctx.fillRect(0, 0, WIDTH, HEIGHT)
      const write = writer(ctx, caption.rightToLeft)
      ctx.fillStyle = palette.ink
      write(caption.title, EDGE + 16, fontOf(palette, 20, 600))
      write(caption.figure, EDGE + 72, fontOf(palette, 20, 600))
      ctx.fillStyle = palette.quiet
      write(caption.subtitle, EDGE + 40, fontOf(palette, 14))
      caption.lines.forEach((line, at) =>
        write(line, HEIGHT - EDGE - LINE * (caption.lines.length - 1 - at), fontOf(palette, 12)),
      )
      ctx.restore()
    },
  }
}

function writer(ctx: Brush, rightToLeft: boolean) {
  ctx.textAlign = rightToLeft ? 'right' : 'left'
  ctx.textBaseline = 'alphabetic'
  const x = rightToLeft ? WIDTH - EDGE : EDGE
  return (text: string, y: number, font: string) => {
    ctx.font = font
    const words = fitted(text, font, WIDTH - 2 * EDGE)
    ctx.fillText(rightToLeft ? `\u2067${words}\u2069` : words, x, y)
  }
}
