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

/** How far a text's foot stands below where it is put, in parts of its size. */
const BELOW: Record<string, number> = { top: 0.8, middle: 0.35, bottom: -0.2 }
const ANCHORS: Record<string, string> = { center: 'middle', right: 'end' }

type SvgCanvas = { canvas: HTMLCanvasElement; read: () => string }

/**
 * A canvas that writes down as SVG what is painted on it: as much of one as chart.js and this folder
 * use for lines, areas, bars, points and words. Anything else would be an error, not a gap.
 */
export function svgCanvas(width: number, height: number): SvgCanvas {
  let drawn: string[] = []
  let clips: string[] = []
  let path = ''
  let state = { dash: [] as number[], matrix: new DOMMatrix(), clip: '' }
  const kept: { state: typeof state; styles: typeof STYLES }[] = []

  const point = (x: number, y: number) => {
    const at = state.matrix.transformPoint({ x, y })
    return `${short(at.x)} ${short(at.y)}`
  }
  const add = (tag: string, attributes: Record<string, string | number>, text?: string) => {
    const all = { ...attributes, ...(state.clip ? { 'clip-path': `url(#${state.clip})` } : {}) }
    const written = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(value)}"`)
    drawn.push(
      `<${tag}${written.join('')}${text === undefined ? '/>' : `>${escaped(text)}</${tag}>`}`,
    )
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
      kept.push({ state, styles })
    },
    restore() {
      const before = kept.pop()
      if (!before) return
      state = before.state
      Object.assign(context, before.styles)
    },
    /** Only ever asked for the whole: a new drawing begins. */
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
    /** Points are whole circles. */
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
    // chart.js asks a canvas for no more than this, and its context for no more than the above.
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

// Not every program that reads SVG knows rgba().
function painted(part: 'fill' | 'stroke', colour: string): Record<string, string> {
  const [, red, green, blue, alpha = '1'] =
    /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour) ?? []
  if (red === undefined) return { [part]: colour }
  return { [part]: `rgb(${red}, ${green}, ${blue})`, [`${part}-opacity`]: alpha }
}

const short = (value: number) => String(Math.round(value * 100) / 100)

const escaped = (value: string | number) =>
  String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
