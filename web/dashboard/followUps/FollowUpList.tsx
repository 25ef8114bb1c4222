import { Key } from '@solid-primitives/keyed'
import { Match, Show, Switch } from 'solid-js'
import IconArrow from '~icons/lucide/arrow-up-down'
import type { FollowUp } from './model/api.ts'
import { ApiError } from '../base/client.ts'
import { plural, t } from '../base/i18n.ts'
import type { Selection } from '../base/selection.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import type { Desk } from './model/desk.ts'
import type { View } from './model/filter.ts'
import { FollowUpRow } from './FollowUpRow.tsx'
import { focusRow } from './rowFocus.ts'
import './followUpList.css'
import './waitingCases.css'

export function FollowUpList(props: {
  desk: Desk
  view: View
  openId: string | null
  search: string
  /** What is searched for. */
  text: string
  onClearSearch: () => void
  selection: Selection<FollowUp>
}) {
  const list = () => props.desk.list
  const isEmpty = () => props.desk.shown().length === 0
  const loadMore = async () => void (await list().fetchNextPage())
  const isSignedOut = () => {
    const error = list().error
    return error instanceof ApiError && error.status === 401
  }
  return (
    <Switch>
      {/* A failed refresh leaves the list as it is; the next one may succeed. */}
      <Match when={list().isLoadingError || isSignedOut()}>
        <ErrorState error={list().error} retry={() => void list().refetch()} />
      </Match>
      <Match
        when={isEmpty() && (props.desk.isLoading() || (props.desk.hasMore() && list().isFetching))}
      >
        <Skeleton shape="list" />
      </Match>
      <Match when={isEmpty() && !props.desk.hasMore()}>
        <Switch
          fallback={
            <EmptyState title={t('followUps.empty.other')} help={t('followUps.empty.otherHelp')} />
          }
        >
          <Match when={props.text}>
            <EmptyState
              title={t('desk.noMatch', { text: props.text })}
              help={t('followUps.empty.otherHelp')}
            >
              <button type="button" class="button" onClick={() => props.onClearSearch()}>
                {t('search.clear')}
              </button>
            </EmptyState>
          </Match>
          <Match when={props.view === 'open' && props.search === ''}>
            <EmptyState title={t('followUps.empty.new')} help={t('followUps.empty.newHelp')} />
          </Match>
          <Match when={props.view === 'overdue'}>
            <EmptyState title={t('followUps.empty.overdue')} help={t('followUps.empty.newHelp')} />
          </Match>
        </Switch>
      </Match>
      <Match when={true}>
        <Waiting desk={props.desk} />
        <ul class="follow-up-list" aria-busy={props.desk.isLoading()}>
          <Key each={props.desk.shown()} by="id">
            {(followUp) => (
              <li class="follow-up-list__row" data-chosen={props.selection.has(followUp().id)}>
                <FollowUpRow
                  followUp={followUp()}
                  text={props.text}
                  open={followUp().id === props.openId}
                  hasLeft={props.desk.hasLeft(followUp().id)}
                  href={`/follow-ups/${followUp().id}${props.search}`}
                  chosen={props.selection.has(followUp().id)}
                  onChoose={(reaching) => props.selection.toggle(followUp().id, reaching)}
                />
              </li>
            )}
          </Key>
        </ul>
        <Show
          when={list().isFetchNextPageError}
          fallback={
            <MoreRows
              of={{
                hasMore: props.desk.hasMore,
                busy: () => list().isFetchingNextPage && 'more',
                more: loadMore,
              }}
            />
          }
        >
          <ErrorState error={list().error} retry={() => void loadMore()} />
        </Show>
      </Match>
    </Switch>
  )
}

/** Says how many cases have arrived, and shows them in their places. */
function Waiting(props: { desk: Desk }) {
  const count = () => props.desk.waiting().length
  const show = async () => {
    const first = await props.desk.showWaiting()
    if (first) focusRow(first)
  }
  return (
    <div class="waiting-cases" role="status">
      <Show when={count() > 0}>
        <button type="button" class="waiting-cases__show" onClick={() => void show()}>
          <IconArrow aria-hidden="true" />
          {plural('desk.waiting', count())}
        </button>
      </Show>
    </div>
  )
}
