import { createSignal, Show, untrack } from 'solid-js'
import { LONGEST_SHORT_NAME } from '../../../surveys/limits.ts'
import { t } from '../base/i18n.ts'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { View } from './api.ts'

/** Names a new view, or renames one. */
export function ViewDialog(props: {
  /** Null for a new one. */
  view: View | null
  mayShare: boolean
  onSave: (name: string, shared: boolean) => Promise<boolean>
  onClose: () => void
}) {
  const [name, setName] = createSignal(untrack(() => props.view?.name ?? ''))
  const [isShared, setShared] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    if (await props.onSave(name().trim(), isShared())) props.onClose()
    setBusy(false)
  }
  return (
    <Dialog title={t(props.view ? 'views.renameTitle' : 'views.saveTitle')} onClose={props.onClose}>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('views.name')}
          help={t('views.nameHelp')}
          maxLength={LONGEST_SHORT_NAME}
          value={name()}
          onInput={setName}
          autofocus
        />
        <Show when={props.mayShare && !props.view}>
          <Check
            label={t('views.share')}
            help={t('views.shareHelp')}
            on={isShared()}
            onSwitch={setShared}
          />
        </Show>
        <button
          type="submit"
          class="button"
          data-kind="primary"
          disabled={busy() || !name().trim()}
        >
          {t('views.submit')}
        </button>
      </form>
    </Dialog>
  )
}
