import {
  createEffect,
  createMemo,
  createResource,
  createSignal,
  For,
  on,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js'
import type { Drawing, Part } from './drawing.ts'
import { direction } from '../base/i18n.ts'
import { theme } from '../base/theme.ts'
import './chartArea.css'

type Draw<Picture> = (canvas: HTMLCanvasElement, first: Picture) => Drawing<Picture>

/**
 * A chart on a canvas. Mouse and arrow keys move a cursor over its points, whose texts are shown in a
 * bubble and read by screen readers.
 */
export function ChartArea<Picture>(props: {
  load: () => Promise<Draw<Picture>>
  picture: Picture
  label: string
  points: number
  /** The first point of keyboard navigation. */
  start: number
  /** A point's text, by line. */
  words: (index: number) => string[]
  onDrawn?: (drawing: Drawing<Picture>) => void
  /** Opens the answers behind a point, or behind a part of it. */
  onOpen?: (index: number, part: Part | null) => void
}) {
  let canvas!: HTMLCanvasElement
  let bubble: HTMLDivElement | undefined
  const [loaded] = createResource(async () => ({ draw: await props.load() }))
  const library = createMemo(() => (loaded.state === 'ready' ? loaded.latest : undefined))
  const [drawing, setDrawing] = createSignal<Drawing<Picture>>()
  const [cursor, setCursor] = createSignal<number | null>(null)
  const [left, setLeft] = createSignal<number | null>(null)
  const [dark, setDark] = createSignal(false)
  const last = () => props.points - 1
  const at = () => Math.min(cursor() ?? props.start, last())

  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const onScheme = () => setDark(scheme.matches)
  onMount(() => scheme.addEventListener('change', onScheme))
  createEffect(() => {
    const draw = library()?.draw
    if (!draw) return
    // Drawing reads the language and the scores; their changes are handled by update().
    untrack(() => {
      const drawn = draw(canvas, props.picture)
      setDrawing(drawn)
      props.onDrawn?.(drawn)
    })
  })
  onCleanup(() => {
    scheme.removeEventListener('change', onScheme)
    drawing()?.destroy()
  })
  createEffect(
    on(
      () => props.picture,
      (picture) => drawing()?.update(picture),
      { defer: true },
    ),
  )
  createEffect(on([theme, dark], () => drawing()?.recolour(), { defer: true }))
  createEffect(() => setLeft(drawing()?.point(cursor()) ?? null))
  createEffect(() => {
    if (left() !== null && bubble) bubble.style.left = `${left()}px`
  })

  const move = (event: KeyboardEvent) => {
    const to = { ArrowLeft: at() - 1, ArrowRight: at() + 1, Home: 0, End: last() }[event.key]
    if (event.key === 'Escape') setCursor(null)
    if (event.key === 'Enter') props.onOpen?.(at(), null)
    if (to === undefined) return
    event.preventDefault()
    setCursor(Math.max(0, Math.min(last(), to)))
  }

  // A tap only shows the text; on touch screens the table links to the answers.
  const open = (event: MouseEvent & { pointerType?: string }) => {
    const index = drawing()?.nearest(event) ?? null
    if (index !== null && event.pointerType !== 'touch')
      props.onOpen?.(index, drawing()?.partAt(event) ?? null)
  }

  return (
    <div
      class="chart-area"
      dir="ltr"
      role="slider"
      tabindex="0"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={last()}
      aria-valuenow={at()}
      aria-valuetext={props.words(at()).join('; ')}
      data-opens={props.onOpen ? '' : undefined}
      onClick={open}
      onKeyDown={move}
      onFocus={() => setCursor(at())}
      onBlur={() => setCursor(null)}
      onPointerMove={(event) => setCursor(drawing()?.nearest(event) ?? null)}
      onPointerLeave={() => setCursor(null)}
    >
      <canvas ref={(element) => (canvas = element)} aria-hidden="true" />
      <Show when={left() !== null}>
        <div
          ref={(element) => (bubble = element)}
          class="chart-area__words"
          dir={direction()}
          data-side={left()! > canvas.clientWidth / 2 ? 'before' : 'after'}
        >
          <For each={props.words(at())}>{(line) => <p>{line}</p>}</For>
        </div>
      </Show>
    </div>
  )
}
