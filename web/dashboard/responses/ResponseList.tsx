import { For, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import type { Paged } from '../base/paged.ts'
import type { Selection } from '../base/selection.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import type { Filter } from '../scores/filter.ts'
import { addressOf } from './address.ts'
import type { SurveyResponse } from './api.ts'
import { ExcludeButton } from './ExcludeButton.tsx'
import { describedBy, ResponseItem } from './ResponseItem.tsx'
import './responseRows.css'

/** The responses; a click beside their texts and buttons opens one. */
export function ResponseList(props: {
  list: Paged<SurveyResponse>
  filter: Filter
  selection: Selection<SurveyResponse>
  openId: string | undefined
  /** The filter in the address, which stays when a response is opened. */
  search: string
  onReview: (id: string, counts: boolean) => void
}) {
  const session = useSession()
  return (
    <ol class="response-list" data-kind="chosen" aria-busy={props.list.busy() === 'changed'}>
      <For each={props.list.rows}>
        {(response) => (
          <li data-open={props.openId === response.id} onClick={openRow}>
            <Show when={mayFollowUp(session)}>
              <label class="response-list__checkbox">
                <input
                  type="checkbox"
                  aria-label={t('responses.select')}
                  aria-describedby={describedBy(response)}
                  checked={props.selection.has(response.id)}
                  onClick={(event) => {
                    props.selection.toggle(response.id, event.shiftKey)
                    // The browser has toggled the box, but Shift always selects.
                    event.currentTarget.checked = props.selection.has(response.id)
                  }}
                />
              </label>
            </Show>
            <div>
              <ResponseItem
                response={response}
                search={props.filter.q}
                href={addressOf(response) + props.search}
              >
                <Show when={mayFollowUp(session) && props.filter.state === 'counted'}>
                  <button
                    type="button"
                    class="link"
                    aria-describedby={describedBy(response)}
                    onClick={() => props.onReview(response.id, false)}
                  >
                    {t('responses.exclude')}
                  </button>
                </Show>
              </ResponseItem>
              <Show when={props.filter.state === 'excluded'}>
                <ExcludeButton
                  response={response}
                  onCount={() => props.onReview(response.id, true)}
                />
              </Show>
            </div>
          </li>
        )}
      </For>
    </ol>
  )
}

/** Follows a row's link, unless something else was clicked or a text selected. */
function openRow({ target, currentTarget }: MouseEvent & { currentTarget: HTMLElement }) {
  const isOther = (target as Element).closest('a, button, label') !== null
  if (isOther || !getSelection()?.isCollapsed) return
  currentTarget.querySelector<HTMLElement>('.response-item__time')?.click()
}
