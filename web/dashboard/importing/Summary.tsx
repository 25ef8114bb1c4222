import { For, Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import type { ImportPreview } from './api.ts'

const COUNTS = ['existing', 'repeated', 'unanswered', 'excluded'] as const

/** What a file comes to: counts that add up to its rows, its days, and its score. */
export function Summary(props: { preview: ImportPreview }) {
  const customers = () => {
    const { n, isMore } = props.preview.customers
    if (isMore) return t('importing.counts.manyCustomers', { n: format.count(locale(), n) })
    return n ? plural('importing.counts.customers', n) : null
  }
  return (
    <div class="imports__summary">
      <div>
        <p class="imports__count">{plural('importing.counts.new', props.preview.new)}</p>
        <p class="metadata">
          <Show when={props.preview.days}>
            {(days) => <span>{format.days(locale(), days().from, days().to)}</span>}
          </Show>
          <Show when={customers()}>{(words) => <span>{words()}</span>}</Show>
          <Show when={props.preview.rejected.count}>
            {(n) => <span>{plural('importing.counts.rejected', n())}</span>}
          </Show>
          <For each={COUNTS.filter((what) => props.preview[what] > 0)}>
            {(what) => <span>{plural(`importing.counts.${what}`, props.preview[what])}</span>}
          </For>
        </p>
      </div>
      <div>
        <p class="quiet">{t('importing.score')}</p>
        <ScoreFigure score={props.preview.score} size="card" />
      </div>
    </div>
  )
}
