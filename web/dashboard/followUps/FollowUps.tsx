import { createEffect, createResource, createSignal, on, onCleanup, Show } from 'solid-js'
import { owners } from '../base/api.ts'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { useKeys } from '../base/keys.ts'
import { shareOpenCases } from '../base/openCases.ts'
import { createSelection } from '../base/selection.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { ExportLinks } from '../ui/ExportLink.tsx'
import { QueryProvider } from '../ui/QueryProvider.tsx'
import { IndexingNotice } from '../ui/search/IndexingNotice.tsx'
import { SearchField } from '../ui/search/SearchField.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Title } from '../ui/Title.tsx'
import { SavedViews } from '../views/SavedViews.tsx'
import { MOST_AT_ONCE } from '../../../surveys/limits.ts'
import { followUp as readFollowUp, type StateChange } from './model/api.ts'
import { ConfirmChange, type Confirm } from './ConfirmChange.tsx'
import { createDesk } from './model/desk.ts'
import { createMoves, isWide, useDeskAddress } from './deskAddress.ts'
import { deskQuery, inView, writeDeskFilter } from './model/filter.ts'
import { createNotes } from './model/notes.ts'
import { focusedRow, focusRow } from './rowFocus.ts'
import { DeskFilters } from './DeskFilters.tsx'
import { DeskTabs } from './DeskTabs.tsx'
import { FollowUpDetail } from './FollowUpDetail.tsx'
import { FollowUpList } from './FollowUpList.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import './desk.css'

export default function FollowUps() {
  const session = useSession()
  return (
    <Show
      when={mayFollowUp(session)}
      fallback={<ErrorState error={new ApiError(403, '')} retry={() => location.reload()} />}
    >
      <QueryProvider>
        <DeskPage />
      </QueryProvider>
    </Show>
  )
}

function DeskPage() {
  const session = useSession()
  const [people] = createResource(owners, { initialValue: [] })
  let keysHelp!: HTMLDialogElement
  let confirm!: Confirm

  const address = useDeskAddress()
  const { filter, openId, open } = address
  const desk = createDesk(filter, openId, () => people.latest, session.me.id)
  const { move, neighbour } = createMoves(desk.shown, address)
  const selection = createSelection(desk.shown, MOST_AT_ONCE)
  // Drafts outlive the list: a note may be saved after its case was left.
  const notes = createNotes(session.me.id, async (id, note) =>
    desk.change([desk.find(id) ?? (await readFollowUp(id))], { note }),
  )

  const isShown = (id: string | undefined) => desk.shown().some((row) => row.id === id)
  const [isEverything, setEverything] = createSignal(false)
  createEffect(on([filter, () => selection.rows().length === 0], () => setEverything(false)))
  createEffect(() => {
    const counts = desk.counts()
    const { q, survey, from, to } = filter()
    shareOpenCases(counts && !q && !survey && !from && !to ? counts.open : null)
  })
  onCleanup(() => shareOpenCases(null))
  const changeEverything = (changes: StateChange, count: number) => {
    selection.none()
    open(null)
    void desk.changeMatching(count, changes)
  }
  const changeSelected = (changes: StateChange) => {
    const changing = selection.rows()
    selection.none()
    void desk.change(changing, changes)
    const isOpen = changing.some(({ id }) => id === openId())
    if (isOpen && !isShown(openId())) open(null)
    // The focus may have been in a row that left.
    const [first] = desk.shown()
    if (first && document.activeElement === document.body) focusRow(first.id)
  }
  const changeOpened = (changes: StateChange) => {
    const changing = desk.opened()
    if (!changing) return
    const wasShown = isShown(changing.id)
    const next = neighbour(1) ?? neighbour(-1)
    void desk.change([changing], changes)
    if (wasShown && !isShown(changing.id)) {
      open(isWide() && next ? next.id : null)
      if (next) focusRow(next.id)
    }
  }
  /** Changes the selected cases, or the open one if none is selected, once that is confirmed. */
  const act = async (changes: StateChange) => {
    const all = isEverything() ? (desk.counts()?.matching ?? 0) : null
    const count = all ?? Math.max(1, selection.rows().length)
    if (selection.rows().length === 0 && !desk.opened()) return
    const closes = changes.state === 'resolved' || changes.state === 'dismissed'
    if (closes || all !== null) {
      const confirmed = await confirm({ count, state: changes.state })
      if (!confirmed) return
      if (closes) changes = { ...changes, reason: confirmed.reason }
    }
    if (all !== null) changeEverything(changes, all)
    else if (selection.rows().length > 0) changeSelected(changes)
    else changeOpened(changes)
  }

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => {
      const id = focusedRow() ?? openId()
      if (id) selection.toggle(id)
    },
    c: () => void act({ state: 'contacted' }),
    r: () => void act({ state: 'resolved' }),
    d: () => void act({ state: 'dismissed' }),
    a: () => void act({ owner: session.me.id }),
    n: () => document.getElementById('note')?.focus(),
    u: () => desk.undo(),
    Escape: () => (selection.rows().length > 0 ? selection.none() : open(null)),
    '?': () => keysHelp.showModal(),
  })

  return (
    <div class="desk" data-open={Boolean(openId())}>
      <section class="desk__list" aria-label={t('followUps.list')}>
        <div class="heading">
          <Title>{t('followUps.title')}</Title>
          <button
            type="button"
            class="button desk__keys"
            data-kind="quiet"
            onClick={() => keysHelp.showModal()}
          >
            {t('followUps.keys')} <kbd>?</kbd>
          </button>
          <ExportLinks path="/api/v1/follow-ups" query={deskQuery(filter())} />
        </div>
        <SearchField
          label={t('desk.search')}
          value={filter().q}
          onSearch={(q) => address.filterBy({ q })}
        />
        <IndexingNotice on={Boolean(filter().q) && desk.counts()?.indexing} />
        <DeskTabs
          counts={desk.counts()}
          view={filter().view}
          onChoose={(view) => address.filterBy(inView(view, filter()))}
        />
        <SavedViews
          of={{ page: 'desk' }}
          search={writeDeskFilter({ ...filter(), q: '' })}
          canSave={writeDeskFilter({ ...filter(), q: '', view: 'open' }) !== ''}
          onOpen={address.openSearch}
        />
        <DeskFilters filter={filter()} people={people.latest} onChange={address.filterBy} />
        <Show when={desk.shown().length > 0}>
          <SelectionBar
            of={selection}
            shown={desk.shown()}
            people={people.latest}
            matching={desk.counts()?.matching ?? null}
            isEverything={isEverything()}
            onEverything={() => setEverything(true)}
            onChange={(changes) => void act(changes)}
          />
        </Show>
        <FollowUpList
          desk={desk}
          view={filter().view}
          openId={openId() ?? null}
          search={address.search()}
          text={filter().q}
          onClearSearch={() => address.filterBy({ q: '' })}
          selection={selection}
        />
      </section>
      <section class="desk__detail" aria-label={t('followUps.answer')}>
        <Show when={openId()} fallback={<p class="desk__choose">{t('followUps.choose')}</p>}>
          <Show
            when={desk.opened()}
            fallback={
              <Show when={desk.detail.isError} fallback={<Skeleton shape="list" />}>
                <ErrorState error={desk.detail.error} retry={() => void desk.detail.refetch()} />
              </Show>
            }
          >
            {(opened) => (
              <FollowUpDetail
                followUp={opened()}
                search={filter().q}
                more={desk.more()}
                people={people.latest}
                notes={notes}
                onChange={(changes) => void act(changes)}
                onLog={(contact) => desk.logContact(opened().id, contact)}
                onBack={() => open(null)}
              />
            )}
          </Show>
        </Show>
      </section>
      <ConfirmChange ref={(asks) => (confirm = asks)} />
      <KeysHelp ref={(element) => (keysHelp = element)} />
    </div>
  )
}
