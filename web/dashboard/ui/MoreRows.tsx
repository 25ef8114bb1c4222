import { Show } from 'solid-js'
import { t } from '../base/i18n.ts'

/** The button below a list that loads its next page. */
export function MoreRows(props: { hasMore: boolean; isLoading: boolean; onLoad: () => void }) {
  return (
    <Show when={props.hasMore}>
      <p class="more">
        <button
          type="button"
          class="button"
          aria-disabled={props.isLoading}
          onClick={() => {
            if (!props.isLoading) props.onLoad()
          }}
        >
          {t('more')}
        </button>
      </p>
    </Show>
  )
}
