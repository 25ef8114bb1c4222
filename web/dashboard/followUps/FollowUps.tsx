import { useLocation, useNavigate, useParams } from '@solidjs/router'
import { createEffect, createMemo, createResource, createSignal, on, Show } from 'solid-js'
import { people as readPeople } from '../base/api.ts'
import { ApiError } from '../base/client.ts'
import { followUp as readFollowUp, type FollowUp, type FollowUpChange } from './api.ts'
import { createDesk, deskQuery, TABS, type DeskFilter } from './desk.ts'
import { t } from '../base/i18n.ts'
import { useKeys } from '../base/keys.ts'
import { createLoad } from '../base/load.ts'
import { createNotes } from './notes.ts'
import { DeskFilters } from './DeskFilters.tsx'
import { DeskTabs } from './DeskTabs.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { FollowUpDetail } from './FollowUpDetail.tsx'
import { FollowUpList } from './FollowUpList.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Title } from '../ui/Title.tsx'
import { createSelection } from '../base/selection.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { MOST_AT_ONCE } from '../../../surveys/limits.ts'
import './desk.css'

export default function FollowUps() {
  const session = useSession()
  return (
    <Show
      when={mayFollowUp(session)}
      fallback={<ErrorState error={new ApiError(403, '')} retry={() => location.reload()} />}
    >
      <DeskPage />
    </Show>
  )
}

const SIDE_BY_SIDE = '(min-width: 60rem)'

function DeskPage() {
  const session = useSession()
  const location = useLocation()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const [people] = createResource(readPeople, { initialValue: [] })
  let keysHelp!: HTMLDialogElement

  const filter = createMemo(() => readDeskFilter(new URLSearchParams(location.search)), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const [opened, setOpened] = createSignal<FollowUp | null>(null)
  const desk = createDesk(
    filter,
    () => people.latest,
    (saved) => setOpened((before) => (before?.id === saved.id ? saved : before)),
  )
  // A case keeps its note's draft wherever the list and the page go meanwhile.
  const notes = createNotes(session.me.id, async (id, note) => {
    const known = [...desk.list.rows, opened()].find((each) => each?.id === id)
    return desk.change([known ?? (await readFollowUp(id))], { note })
  })
  const selection = createSelection(desk.shown, MOST_AT_ONCE)
  const inList = () => desk.list.rows.find(({ id }) => id === params.id)
  const followUp = () => inList() ?? (opened()?.id === params.id ? opened() : null)
  const detail = createLoad(
    () => params.id,
    async (id) => {
      if (!id) return null
      const found = await readFollowUp(id)
      setOpened(found)
      return found
    },
  )
  // The one that is open stays when the list is read again without it.
  createEffect(() => {
    const row = inList()
    if (row) setOpened({ ...row })
  })
  // Whatever changes a follow-up adds to its timeline.
  createEffect(
    on(
      () => followUp()?.updatedAt,
      () => detail.again(),
      { defer: true },
    ),
  )

  const goTo = (changes: Partial<DeskFilter>) =>
    navigate(`/follow-ups${writeDeskFilter({ ...filter(), ...changes })}`, { replace: true })
  const open = (id: string | null) => {
    const path = id ? `/follow-ups/${id}` : '/follow-ups'
    const left = params.id
    navigate(path + location.search, { replace: Boolean(params.id), scroll: false })
    if (!id && left) queueMicrotask(() => focusRow(left))
  }
  // On a narrow screen list and detail take turns, and each keeps its place.
  let listAt = 0
  createEffect(
    on(
      () => Boolean(params.id),
      (isOpen) => {
        if (matchMedia(SIDE_BY_SIDE).matches) return
        if (isOpen) listAt = window.scrollY
        window.scrollTo(0, isOpen ? 0 : listAt)
      },
      { defer: true },
    ),
  )
  const neighbour = (step: 1 | -1) => {
    const shown = desk.shown()
    const at = shown.findIndex(({ id }) => id === (params.id ?? focusedRow()))
    return at === -1 ? shown[0] : shown[at + step]
  }
  const move = (step: 1 | -1) => {
    const next = neighbour(step)
    if (!next) return
    if (matchMedia(SIDE_BY_SIDE).matches || params.id) open(next.id)
    focusRow(next.id)
  }
  const changeSelected = (changes: FollowUpChange) => {
    const changing = selection.rows()
    selection.none()
    void desk.change(changing, changes)
    const isOpen = changing.some(({ id }) => id === params.id)
    if (isOpen && !desk.shown().some(({ id }) => id === params.id)) open(null)
    // What had the focus may have left with its row.
    const [first] = desk.shown()
    if (first && document.activeElement === document.body) focusRow(first.id)
  }
  // What a key does, it does to those that are selected, else to the one that is open.
  const act = (changes: FollowUpChange) =>
    selection.rows().length > 0 ? changeSelected(changes) : void change(changes)
  const change = async (changes: FollowUpChange) => {
    const changing = followUp()
    if (!changing) return false
    const next = neighbour(1) ?? neighbour(-1)
    const saved = desk.change([changing], changes)
    const left = !desk.shown().some(({ id }) => id === changing.id)
    if (left && inList()) {
      const wide = matchMedia(SIDE_BY_SIDE).matches
      open(wide && next ? next.id : null)
      if (next) focusRow(next.id)
    }
    return saved
  }

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => {
      const id = focusedRow() ?? params.id
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
    <div class="desk" data-open={Boolean(params.id)}>
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
        <DeskTabs counts={desk.counts()} tab={filter().tab} onChoose={(tab) => goTo({ tab })} />
        <DeskFilters filter={filter()} people={people.latest} onChange={goTo} />
        <Show when={desk.shown().length > 0}>
          <SelectionBar
            of={selection}
            shown={desk.shown()}
            people={people.latest}
            onChange={changeSelected}
          />
        </Show>
        <FollowUpList
          list={desk.list}
          shown={desk.shown()}
          tab={filter().tab}
          openId={params.id ?? null}
          search={location.search}
          selection={selection}
        />
      </section>
      <section class="desk__detail" aria-label={t('followUps.answer')}>
        <Show when={params.id} fallback={<p class="desk__choose">{t('followUps.choose')}</p>}>
          <Show
            when={followUp()}
            fallback={
              <Loaded of={detail} skeleton={<Skeleton shape="list" />}>
                {() => null}
              </Loaded>
            }
          >
            {(chosen) => (
              <FollowUpDetail
                followUp={chosen()}
                more={detail.resource.state === 'errored' ? null : (detail.resource.latest ?? null)}
                people={people.latest}
                notes={notes}
                onChange={change}
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

function readDeskFilter(search: URLSearchParams): DeskFilter {
  return {
    tab: TABS.find((tab) => tab === search.get('tab')) ?? 'new',
    owner: search.get('owner'),
    survey: search.get('survey'),
    from: search.get('from'),
    to: search.get('to'),
  }
}

function writeDeskFilter({ tab, owner, survey, from, to }: DeskFilter): string {
  const search = new URLSearchParams()
  if (tab !== 'new') search.set('tab', tab)
  if (owner) search.set('owner', owner)
  if (survey) search.set('survey', survey)
  if (from) search.set('from', from)
  if (to) search.set('to', to)
  return search.size > 0 ? `?${search}` : ''
}

function focusRow(id: string): void {
  document.getElementById(`row-${id}`)?.focus()
}

function focusedRow(): string | undefined {
  return /^(?:row|pick)-(.+)/.exec(document.activeElement?.id ?? '')?.[1]
}
