import { For, Match, Switch } from 'solid-js'
import type { FollowUp } from './api.ts'
import type { Tab } from './desk.ts'
import { t } from '../base/i18n.ts'
import type { Paged } from '../base/paged.ts'
import type { Selection } from '../base/selection.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { FollowUpRow } from './FollowUpRow.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import './followUpList.css'

export function FollowUpList(props: {
  list: Paged<FollowUp>
  shown: FollowUp[]
  tab: Tab
  openId: string | null
  search: string
  selection: Selection<FollowUp>
}) {
  return (
    <Switch>
      <Match when={props.list.error()}>
        <ErrorState error={props.list.error()} retry={() => void props.list.again()} />
      </Match>
      <Match
        when={props.list.busy() === 'first' || (props.list.busy() && props.shown.length === 0)}
      >
        <Skeleton shape="list" />
      </Match>
      <Match when={props.shown.length === 0 && !props.list.hasMore()}>
        <Switch
          fallback={
            <EmptyState title={t('followUps.empty.other')} help={t('followUps.empty.otherHelp')} />
          }
        >
          <Match when={props.tab === 'new'}>
            <EmptyState title={t('followUps.empty.new')} help={t('followUps.empty.newHelp')} />
          </Match>
          <Match when={props.tab === 'overdue'}>
            <EmptyState title={t('followUps.empty.overdue')} help={t('followUps.empty.newHelp')} />
          </Match>
        </Switch>
      </Match>
      <Match when={true}>
        <ul class="followUps" aria-busy={props.list.busy() === 'changed'}>
          <For each={props.shown}>
            {(followUp) => (
              <li class="followUps__row" data-chosen={props.selection.has(followUp.id)}>
                <FollowUpRow
                  followUp={followUp}
                  open={followUp.id === props.openId}
                  href={`/follow-ups/${followUp.id}${props.search}`}
                  chosen={props.selection.has(followUp.id)}
                  onChoose={(reaching) => props.selection.toggle(followUp.id, reaching)}
                />
              </li>
            )}
          </For>
        </ul>
        <MoreRows of={props.list} />
      </Match>
    </Switch>
  )
}
