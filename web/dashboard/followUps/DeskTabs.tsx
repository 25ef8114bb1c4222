import { For, Show } from 'solid-js'
import type { FollowUps } from './api.ts'
import { TABS, type Tab } from './filter.ts'
import { count } from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'

/** One tab per state, with its number of cases. */
export function DeskTabs(props: {
  counts: FollowUps['counts'] | null
  tab: Tab
  onChoose: (tab: Tab) => void
}) {
  return (
    <div class="tabs" role="group" aria-label={t('followUps.tabs')}>
      <For each={TABS}>
        {(tab) => (
          <button
            type="button"
            class="tab"
            aria-pressed={tab === props.tab}
            onClick={() => props.onChoose(tab)}
          >
            {t(`followUpStates.${tab}`)}{' '}
            <Show when={props.counts}>
              {(counts) => (
                <span class="tab__count" data-tab={tab}>
                  {count(locale(), counts()[tab])}
                </span>
              )}
            </Show>
          </button>
        )}
      </For>
    </div>
  )
}
