import { A } from '@solidjs/router'
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { useSession } from '../base/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { imports, type Import } from './api.ts'
import { ImportRow } from './ImportRow.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import './importing.css'

const POLL_INTERVAL = 1_500

/** The stored imports, each of which can be undone. */
export default function Imports() {
  const session = useSession()
  const list = createLoad(() => null, imports)
  const [chosen, setChosen] = createSignal<Import | null>(null)
  const isUndoing = () => list.resource.latest?.some(({ isBeingUndone }) => isBeingUndone)
  createEffect(() => {
    if (!isUndoing()) return
    const timer = setTimeout(list.again, POLL_INTERVAL)
    onCleanup(() => clearTimeout(timer))
  })
  const undone = () => {
    list.again()
    // Answers are counted on every page.
    void session.refresh()
  }

  return (
    <section class="imports">
      <div class="imports__head">
        <p class="quiet">{t('importing.help')}</p>
        <A class="button" data-kind="primary" href="/settings/imports/new">
          {t('importing.import')}
        </A>
      </div>
      <Loaded of={list} skeleton={<Skeleton shape="list" />}>
        {(found) => (
          <Show
            when={found().length}
            fallback={<EmptyState title={t('importing.empty')} help={t('importing.emptyHelp')} />}
          >
            <ul>
              <For each={found()}>
                {(each) => <ImportRow of={each} onUndo={() => setChosen(each)} />}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <Show when={chosen()} keyed>
        {(each) => <UndoDialog id={each.id} onUndone={undone} onClose={() => setChosen(null)} />}
      </Show>
    </section>
  )
}
