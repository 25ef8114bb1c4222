import { widthOf } from './text.ts'

const STYLES = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
  lineDashOffset: 0,
  font: '12px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
}

/** How far a text's baseline is below its position, relative to the font size. */
const BELOW: Record<string, number> = { top: 0.8, middle: 0.35, bottom: -0.2 }
const ANCHORS: Record<string, string> = { center: 'middle', right: 'end' }

type SvgCanvas = { canvas: HTMLCanvasElement; read: () => string }

/**
 * A canvas that records its drawing as SVG. It implements only what chart.js and this folder use; any
 * other call throws.
 */
export function svgCanvas(width: number, height: number): SvgCanvas {
  let drawn: string[] = []
  let clips: string[] = []
  let path = ''
  let state = { dash: [] as number[], matrix: new DOMMatrix(), clip: '' }
  const saved: { state: typeof state; styles: typeof STYLES }[] = []

  const point = (x: number, y: number) => {
    const at = state.matrix.transformPoint({ x, y })
    return `${short(at.x)} ${short(at.y)}`
  }
  const add = (tag: string, attributes: Record<string, string | number>, text?: string) => {
    const all = { ...attributes, ...(state.clip ? { 'clip-path': `url(#${state.clip})` } : {}) }
    const list = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(value)}"`)
    drawn.push(`<${tag}${list.join('')}${text === undefined ? '/>' : `>${escaped(text)}</${tag}>`}`)
  }
  const move = (change: (matrix: DOMMatrix) => DOMMatrix) => {
    state = { ...state, matrix: change(DOMMatrix.fromMatrix(state.matrix)) }
  }

  const context = {
    ...STYLES,
    save() {
      const styles = Object.fromEntries(
        Object.keys(STYLES).map((name) => [name, context[name as keyof typeof STYLES]]),
      ) as typeof STYLES
      saved.push({ state, styles })
    },
    restore() {
      const before = saved.pop()
      if (!before) return
      state = before.state
      Object.assign(context, before.styles)
    },
    /** Always called for the whole canvas, before a new drawing. */
    clearRect() {
      drawn = []
      clips = []
    },

    beginPath: () => void (path = ''),
    closePath: () => void (path += 'Z'),
    moveTo: (x: number, y: number) => void (path += `M${point(x, y)}`),
    lineTo: (x: number, y: number) => void (path += `${path ? 'L' : 'M'}${point(x, y)}`),
    bezierCurveTo: (...[ax, ay, bx, by, x, y]: [number, number, number, number, number, number]) =>
      void (path += `C${point(ax, ay)} ${point(bx, by)} ${point(x, y)}`),
    rect: (x: number, y: number, w: number, h: number) =>
      void (path += `M${point(x, y)}L${point(x + w, y)}L${point(x + w, y + h)}L${point(x, y + h)}Z`),
    /** Always a full circle. */
    arc: (x: number, y: number, radius: number) => {
      const half = (toX: number) => `A${radius} ${radius} 0 1 0 ${point(toX, y)}`
      path += `M${point(x - radius, y)}${half(x + radius)}${half(x - radius)}Z`
    },
    clip() {
      const id = `clip${clips.length}`
      const outer = state.clip ? ` clip-path="url(#${state.clip})"` : ''
      clips.push(`<clipPath id="${id}"><path d="${path}"${outer}/></clipPath>`)
      state = { ...state, clip: id }
    },
    fill() {
      if (path) add('path', { d: path, ...painted('fill', context.fillStyle) })
    },
    stroke() {
      if (!path || !(context.lineWidth > 0)) return
      add('path', {
        d: path,
        fill: 'none',
        ...painted('stroke', context.strokeStyle),
        'stroke-width': short(context.lineWidth),
        'stroke-linejoin': context.lineJoin,
        'stroke-linecap': context.lineCap,
        ...(state.dash.length > 0 ? { 'stroke-dasharray': state.dash.join(' ') } : {}),
      })
    },
    fillRect(x: number, y: number, width: number, height: number) {
      context.beginPath()
      context.rect(x, y, width, height)
      context.fill()
    },
    fillText(text: string, x: number, y: number) {
      const [, weight = '400', size = '12', family = 'sans-serif'] =
        /^(?:normal )*(\w+ )?([\d.]+)px(?:\/[\d.]+)? (.*)$/.exec(context.font) ?? []
      const [left, top] = point(x, y + Number(size) * (BELOW[context.textBaseline] ?? 0)).split(' ')
      add(
        'text',
        {
          x: left!,
          y: top!,
          'font-family': family,
          'font-size': size,
          'font-weight': weight.trim(),
          'text-anchor': ANCHORS[context.textAlign] ?? 'start',
          ...painted('fill', context.fillStyle),
        },
        text,
      )
    },
    measureText: (text: string) => ({ width: widthOf(text, context.font) }),

    setLineDash: (dash: number[]) => void (state = { ...state, dash }),
    translate: (x: number, y: number) => move((matrix) => matrix.translateSelf(x, y)),
    rotate: (angle: number) => move((matrix) => matrix.rotateSelf((angle * 180) / Math.PI)),
    resetTransform: () => move(() => new DOMMatrix()),
    setTransform: (...numbers: number[]) => move(() => new DOMMatrix(numbers)),
  }
  const canvas = { width, height, getContext: () => Object.assign(context, { canvas }) }

  return {
    // chart.js needs no more of a canvas than this, and no more of its context than the above.
    canvas: canvas as unknown as HTMLCanvasElement,
    read: () =>
      [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
        `<defs>${clips.join('')}</defs>`,
        ...drawn,
        '</svg>',
      ].join('\n'),
  }
}

// Not every SVG reader supports rgba().
function painted(part: 'fill' | 'stroke', colour: string): Record<string, string> {
  const [, red, green, blue, alpha = '1'] =
    /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour) ?? []
  if (red === undefined) return { [part]: colour }
  return { [part]: `rgb(${red}, ${green}, ${blue})`, [`${part}-opacity`]: alpha }
}

const short = (value: number) => String(Math.round(value * 100) / 100)

const escaped = (value: string | number) =>
  String(value).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
