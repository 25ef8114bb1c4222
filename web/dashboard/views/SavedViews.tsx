import { createResource, createSignal, For, Show } from 'solid-js'
import IconSave from '~icons/lucide/bookmark'
import IconShared from '~icons/lucide/users'
import { t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'
import { Menu, type MenuItem } from '../ui/menu/Menu.tsx'
import { addView, changeView, removeView, views, type PageOfViews, type View } from './api.ts'
import { ViewDialog } from './ViewDialog.tsx'
import './savedViews.css'

/** The saved views of a page, and a button that saves what it shows. */
export function SavedViews(props: {
  of: PageOfViews
  /** The filter that is shown, as the query of the page's address. */
  search: string
  /** Whether it is more than what the page itself offers. */
  canSave: boolean
  onOpen: (search: string) => void
}) {
  const session = useSession()
  const [found, { refetch }] = createResource(() => props.of, views)
  const saved = () => (found.state === 'ready' || found.state === 'refreshing' ? found.latest : [])
  const [openedId, setOpenedId] = createSignal<string>()
  const [edited, setEdited] = createSignal<View | 'new' | null>(null)
  const isShown = ({ search }: View) => search === props.search
  /** The view that is shown, or was before its filters were changed. */
  const current = () => saved().find(isShown) ?? saved().find(({ id }) => id === openedId())

  const attempt = async (change: Promise<unknown>) => {
    try {
      await change
      await refetch()
      return true
    } catch {
      showToast(t('views.failed'))
      return false
    }
  }
  const store = async (change: Promise<unknown>) => {
    const isStored = await attempt(change)
    if (isStored) showToast(t('views.saved'))
    return isStored
  }
  const add = async (name: string, search: string, shared: boolean) => {
    const adding = addView({ ...props.of, name, search, shared })
    if (!(await store(adding))) return false
    setOpenedId((await adding).id)
    return true
  }
  const save = (name: string, shared: boolean) => {
    const view = edited()
    return view === 'new' || view === null
      ? add(name, props.search, shared)
      : store(changeView(view.id, { name }))
  }
  const remove = async ({ id, name, search, shared }: View) => {
    if (await attempt(removeView(id)))
      // oxlint-disable-next-line solid/reactivity -- called when it is pressed
      showToast(t('views.removed', { name }), () => void add(name, search, shared))
  }
  const actions = (view: View): MenuItem[] => [
    ...(isShown(view)
      ? []
      : [
          {
            text: t('views.update'),
            onChoose: () => void store(changeView(view.id, { search: props.search })),
          },
        ]),
    { text: t('views.rename'), onChoose: () => setEdited(view) },
    ...(mayFollowUp(session)
      ? [
          {
            text: t(view.shared ? 'views.unshare' : 'views.makeShared'),
            onChoose: () => void store(changeView(view.id, { shared: !view.shared })),
          },
        ]
      : []),
    { text: t('views.remove'), onChoose: () => void remove(view) },
  ]

  return (
    <Show when={saved().length > 0 || props.canSave}>
      <div class="saved-views" role="group" aria-label={t('views.label')}>
        <For each={saved()}>
          {(view) => (
            <button
              type="button"
              class="saved-views__view"
              aria-pressed={isShown(view)}
              title={view.shared && view.owner ? t('views.by', { name: view.owner }) : undefined}
              onClick={() => {
                setOpenedId(view.id)
                props.onOpen(view.search)
              }}
            >
              <Show when={view.shared}>
                <IconShared aria-hidden="true" />
              </Show>
              <bdi>{view.name}</bdi>
            </button>
          )}
        </For>
        <Show when={current()?.editable && current()}>
          {(view) => <Menu name={t('views.menu', { name: view().name })} items={actions(view())} />}
        </Show>
        <Show when={props.canSave && !saved().some(isShown)}>
          <button type="button" class="button" data-kind="quiet" onClick={() => setEdited('new')}>
            <IconSave aria-hidden="true" />
            {t('views.save')}
          </button>
        </Show>
      </div>
      <Show when={edited()}>
        {(view) => (
          <ViewDialog
            view={view() === 'new' ? null : (view() as View)}
            mayShare={mayFollowUp(session)}
            onSave={save}
            onClose={() => setEdited(null)}
          />
        )}
      </Show>
    </Show>
  )
}
