import { Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import type { Paged } from '../base/paged.ts'

export function MoreRows<Row>(props: { of: Pick<Paged<Row>, 'hasMore' | 'busy' | 'more'> }) {
  return (
    <Show when={props.of.hasMore()}>
      <p class="more-rows">
        <button
          type="button"
          class="button"
          aria-disabled={props.of.busy() === 'more'}
          onClick={() => {
            if (props.of.busy() !== 'more') void props.of.more()
          }}
        >
          {t('more')}
        </button>
      </p>
    </Show>
  )
}
