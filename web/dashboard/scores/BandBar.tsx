import { For, Show } from 'solid-js'
import { BANDS, type Band } from '../../../surveys/scoring/metrics.ts'
import type { Score } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { AnswersLink } from './AnswersLink.tsx'

/** The shares of the three bands as a bar with a legend. */
export function BandBar(props: { score: Score; rows: (band: Band) => string }) {
  const share = (n: number) => (100 * n) / props.score.n
  const parts = () => {
    let start = 0
    return BANDS.map((band) => {
      const n = props.score.bands[band]
      const part = { band, n, start, width: share(n) }
      start += part.width
      return part
    })
  }

  return (
    <Show when={props.score.n > 0}>
      <div class="band-bar">
        <svg class="band-bar__bar" aria-hidden="true">
          <For each={parts()}>
            {(part) => (
              <rect
                class="band-bar__band"
                data-band={part.band}
                x={`${part.start}%`}
                width={`${part.width}%`}
                height="100%"
              />
            )}
          </For>
        </svg>
        <ul class="band-bar__legend">
          <For each={parts()}>
            {(part) => (
              <li>
                <span class="band-bar__swatch" data-band={part.band} aria-hidden="true" />
                {t(`bands.${part.band}`)}{' '}
                <strong>{format.share(locale(), part.n, props.score.n)}</strong>{' '}
                <span class="quiet">
                  <AnswersLink of={part.n > 0 ? props.rows(part.band) : undefined}>
                    {format.count(locale(), part.n)}
                  </AnswersLink>
                </span>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
