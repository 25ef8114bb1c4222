import { For, Show } from 'solid-js'
import type { FollowUpCounts } from './model/api.ts'
import { VIEWS, type View } from './model/filter.ts'
import { count } from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'

/** One tab per view, with its number of cases. */
export function DeskTabs(props: {
  counts: FollowUpCounts | null
  view: View
  onChoose: (view: View) => void
}) {
  return (
    <div class="tabs" role="group" aria-label={t('desk.viewsLabel')}>
      <For each={VIEWS}>
        {(view) => (
          <button
            type="button"
            class="tab"
            aria-pressed={view === props.view}
            onClick={() => props.onChoose(view)}
          >
            {t(`desk.views.${view}`)}{' '}
            <Show when={props.counts}>
              {(counts) => (
                <span class="tab__count" data-view={view}>
                  {count(locale(), counts()[view])}
                </span>
              )}
            </Show>
          </button>
        )}
      </For>
    </div>
  )
}
