import { createResource, createSignal, For, Show } from 'solid-js'
import { plural, t } from '../base/i18n.ts'
import { showToast } from '../base/toast.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { readImport, undoImport } from './api.ts'

const GOES = ['responses', 'customers', 'followUps', 'workedOn', 'addedTo', 'reviewed'] as const

/** Says what goes with an import before it is undone. */
export function UndoDialog(props: { id: string; onUndone: () => void; onClose: () => void }) {
  const [found, { refetch }] = createResource(() => props.id, readImport)
  const [state, setState] = createSignal<'idle' | 'busy' | 'failed'>('idle')
  const undo = async () => {
    setState('busy')
    try {
      await undoImport(props.id)
      showToast(t('importing.undoStarted'))
      props.onUndone()
      props.onClose()
    } catch {
      setState('failed')
    }
  }
  const title = () =>
    found.state === 'ready'
      ? t('importing.undoTitle', { name: found().fileName })
      : t('importing.undo')

  return (
    <Dialog title={title()} onClose={props.onClose}>
      <Show when={found.error}>
        <ErrorState error={found.error} retry={() => void refetch()} />
      </Show>
      <Show
        when={found.state === 'ready' && found()}
        fallback={!found.error && <Skeleton shape="list" />}
      >
        {(run) => (
          <div class="imports__undo">
            <p>{t('importing.undoHelp')}</p>
            <ul class="imports__goes">
              <For each={GOES.filter((what) => run().belongings[what] > 0)}>
                {(what) => <li>{plural(`importing.goes.${what}`, run().belongings[what])}</li>}
              </For>
            </ul>
            <Show when={state() === 'failed'}>
              <p class="field__error" role="alert">
                {t('notChanged')}
              </p>
            </Show>
            <button
              type="button"
              class="button"
              data-kind="primary"
              disabled={state() === 'busy'}
              onClick={() => void undo()}
            >
              {t('importing.undo')}
            </button>
          </div>
        )}
      </Show>
    </Dialog>
  )
}
