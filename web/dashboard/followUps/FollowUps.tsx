import { createResource, Show } from 'solid-js'
import { owners } from '../base/api.ts'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { useKeys } from '../base/keys.ts'
import { createSelection } from '../base/selection.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { QueryProvider } from '../ui/QueryProvider.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Title } from '../ui/Title.tsx'
import { MOST_AT_ONCE } from '../../../surveys/limits.ts'
import { followUp as readFollowUp, type FollowUpChange } from './api.ts'
import { createDesk } from './desk.ts'
import { createMoves, isWide, useDeskAddress } from './deskAddress.ts'
import { deskQuery } from './filter.ts'
import { createNotes } from './notes.ts'
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

  const address = useDeskAddress()
  const { filter, openId, open } = address
  const desk = createDesk(filter, openId, () => people.latest)
  const { move, neighbour } = createMoves(desk.shown, address)
  const selection = createSelection(desk.shown, MOST_AT_ONCE)
  // Drafts outlive the list: a note may be saved after its case was left.
  const notes = createNotes(session.me.id, async (id, note) =>
    desk.change([desk.find(id) ?? (await readFollowUp(id))], { note }),
  )

  const isShown = (id: string | undefined) => desk.shown().some((row) => row.id === id)
  const changeSelected = (changes: FollowUpChange) => {
    const changing = selection.rows()
    selection.none()
    void desk.change(changing, changes)
    const isOpen = changing.some(({ id }) => id === openId())
    if (isOpen && !isShown(openId())) open(null)
    // The focus may have been in a row that left.
    const [first] = desk.shown()
    if (first && document.activeElement === document.body) focusRow(first.id)
  }
  const changeOpened = async (changes: FollowUpChange) => {
    const changing = desk.opened()
    if (!changing) return false
    const wasShown = isShown(changing.id)
    const next = neighbour(1) ?? neighbour(-1)
    const saved = desk.change([changing], changes)
    if (wasShown && !isShown(changing.id)) {
      open(isWide() && next ? next.id : null)
      if (next) focusRow(next.id)
    }
    return saved
  }
  /** Changes the selected cases, or the open one if none is selected. */
  const act = (changes: FollowUpChange) =>
    selection.rows().length > 0 ? changeSelected(changes) : void changeOpened(changes)

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => {
      const id = focusedRow() ?? openId()
      if (id) selection.toggle(id)
    },
    c: () => act({ state: 'contacted' }),
    r: () => act({ state: 'resolved' }),
    d: () => act({ state: 'dismissed' }),
    a: () => act({ owner: session.me.id }),
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
          <ExportLink path="/api/v1/follow-ups.csv" query={deskQuery(filter())} />
        </div>
        <DeskTabs
          counts={desk.counts()}
          tab={filter().tab}
          onChoose={(tab) => address.filterBy({ tab })}
        />
        <DeskFilters filter={filter()} people={people.latest} onChange={address.filterBy} />
        <Show when={desk.shown().length > 0}>
          <SelectionBar
            of={selection}
            shown={desk.shown()}
            people={people.latest}
            onChange={changeSelected}
          />
        </Show>
        <FollowUpList
          desk={desk}
          tab={filter().tab}
          openId={openId() ?? null}
          search={address.search()}
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
                more={desk.more()}
                people={people.latest}
                notes={notes}
                onChange={changeOpened}
                onBack={() => open(null)}
              />
            )}
          </Show>
        </Show>
      </section>
      <KeysHelp ref={(element) => (keysHelp = element)} />
    </div>
  )
}
