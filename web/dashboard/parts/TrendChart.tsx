import {
  createEffect,
  createMemo,
  createResource,
  createSignal,
  on,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js'
import type { Period, Scores } from '../api.ts'
import type { TrendDrawing } from '../chart/trend.ts'
import * as format from '../format.ts'
import { direction, locale, t } from '../i18n.ts'
import { runsOf } from '../runs.ts'
import { cutOf } from '../scale.ts'
import { theme } from '../theme.ts'
import { periodInWords, scoreInWords } from '../words.ts'

/**
 * The score over time with its interval, the answers of each band beneath. Mouse and arrow keys move
 * the same cursor, and the words beside it are what a screen reader hears.
 */
export function TrendChart(props: { scores: Scores; before?: Period[] | undefined }) {
  let canvas!: HTMLCanvasElement
  let bubble: HTMLParagraphElement | undefined
  const [chart] = createResource(() => import('../chart/trend.ts'))
  const library = createMemo(() => (chart.state === 'ready' ? chart.latest : undefined))
  const [drawing, setDrawing] = createSignal<TrendDrawing>()
  const [cursor, setCursor] = createSignal<number | null>(null)
  const [dark, setDark] = createSignal(false)

  const periods = () => props.scores.periods
  const at = () => Math.min(cursor() ?? periods().length - 1, periods().length - 1)
  const picture = createMemo(() => ({
    metric: props.scores.metric,
    periods: periods(),
    before: props.before ?? [],
    labels: periods().map(({ from }) => isolated(format.period(locale(), props.scores.by, from))),
    writeScore: (value: number) => format.score(locale(), props.scores.metric, value),
    writeCount: (n: number) => format.count(locale(), n),
    rightToLeft: direction() === 'rtl',
  }))

  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const onScheme = () => setDark(scheme.matches)
  onMount(() => scheme.addEventListener('change', onScheme))
  createEffect(() => {
    const drawTrend = library()?.drawTrend
    // Drawing reads the language and the scores, whose changes are update's to follow.
    if (drawTrend) setDrawing(untrack(() => drawTrend(canvas, picture())))
  })
  onCleanup(() => {
    scheme.removeEventListener('change', onScheme)
    drawing()?.destroy()
  })
  createEffect(on([picture, drawing, theme, dark], () => drawing()?.update(picture())))
  createEffect(() => {
    const left = drawing()?.point(cursor()) ?? null
    if (left !== null && bubble) bubble.style.left = `${left}px`
  })

  const move = (event: KeyboardEvent) => {
    const last = periods().length - 1
    const to = { ArrowLeft: at() - 1, ArrowRight: at() + 1, Home: 0, End: last }[event.key]
    if (event.key === 'Escape') setCursor(null)
    if (to === undefined) return
    event.preventDefault()
    setCursor(Math.max(0, Math.min(last, to)))
  }
  const words = (index: number) => {
    const period = periods()[index]!
    return `${periodInWords(props.scores.by, period)}: ${scoreInWords(period)}`
  }

  return (
    <figure class="chart">
      <div
        class="chart__area"
        dir="ltr"
        role="slider"
        tabindex="0"
        aria-label={t('trends.chart')}
        aria-valuemin={0}
        aria-valuemax={periods().length - 1}
        aria-valuenow={at()}
        aria-valuetext={words(at())}
        onKeyDown={move}
        onFocus={() => setCursor(at())}
        onBlur={() => setCursor(null)}
        onPointerMove={(event) => setCursor(drawing()?.nearest(event) ?? null)}
        onPointerLeave={() => setCursor(null)}
      >
        <canvas ref={(element) => (canvas = element)} aria-hidden="true" />
        <Show when={cursor() !== null && drawing()}>
          <p
            ref={(element) => (bubble = element)}
            class="chart__words"
            dir={direction()}
            data-side={at() > periods().length / 2 ? 'before' : 'after'}
          >
            {words(at())}
          </p>
        </Show>
      </div>
      <figcaption class="quiet">
        <Show when={cutOf(props.scores.metric, periods()).cut}>
          {(cut) => (
            <>
              {t('trends.scale', {
                low: picture().writeScore(cut().low),
                high: picture().writeScore(cut().high),
              })}
              {' · '}
            </>
          )}
        </Show>
        <Show when={runsOf(props.before ?? []).length > 0}>{t('trends.dashed')} </Show>
        <Show when={runsOf(periods()).length === 0}>{t('trends.thin')} </Show>
        <span class="chart__keys">{t('trends.chartHelp')}</span>
      </figcaption>
    </figure>
  )
}

// The canvas runs left to right; a Hebrew date on it keeps its own order.
function isolated(label: string): string {
  return direction() === 'rtl' ? `\u2067${label}\u2069` : label
}
