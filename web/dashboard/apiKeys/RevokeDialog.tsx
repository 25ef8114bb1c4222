import { createSignal, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { showToast } from '../base/toast.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { revokeKey, type ApiKey } from './api.ts'

/** Asks once more before a key is ended, which can't be undone. */
export function RevokeDialog(props: { of: ApiKey; onRevoked: () => void; onClose: () => void }) {
  const [busy, setBusy] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const revoke = async () => {
    setBusy(true)
    setFailed(false)
    try {
      await revokeKey(props.of.id)
      showToast(t('apiKeys.revoked'))
      props.onRevoked()
      props.onClose()
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }

  return (
    <Dialog title={t('apiKeys.revokeTitle', { name: props.of.name })} onClose={props.onClose}>
      <div class="api-keys__part">
        <p>{t('apiKeys.revokeHelp')}</p>
        <Show when={failed()}>
          <p class="field__error" role="alert">
            {t('notChanged')}
          </p>
        </Show>
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={busy()}
          onClick={() => void revoke()}
        >
          {t('apiKeys.revoke')}
        </button>
      </div>
    </Dialog>
  )
}
