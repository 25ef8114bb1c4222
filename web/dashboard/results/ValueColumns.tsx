import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Band } from '../../../surveys/scoring/metrics.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import './valueColumns.css'

/** How many chose each number, as columns that open their answers. */
export function ValueColumns(props: {
  values: { value: string; n: number; rows: string; band?: Band }[]
  n: number
}) {
  const top = () => Math.max(1, ...props.values.map(({ n }) => n))
  return (
    <ul class="value-columns">
      <For each={props.values}>
        {({ value, n, rows, band }) => (
          <li class="value-column">
            <span class="value-column__share" aria-hidden="true">
              {n > 0 ? format.share(locale(), n, props.n) : ''}
            </span>
            <svg class="value-column__bar" data-band={band} aria-hidden="true">
              <rect
                width="100%"
                y={`${100 - (100 * n) / top()}%`}
                height={`${(100 * n) / top()}%`}
              />
            </svg>
            <Show when={n > 0} fallback={<span class="value-column__value">{value}</span>}>
              <A
                class="value-column__value value-column__link"
                href={rows}
                title={`${plural('answers', n)}. ${t('seeAnswers')}`}
                aria-label={`${value}: ${plural('answers', n)}`}
              >
                {value}
              </A>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
