import { children, createSignal, Show, type ParentProps } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Asks for the password before something that only its owner may do; children replace the form. */
export function PasswordDialog(
  props: ParentProps<{
    title: string
    help: string
    submit: string
    onPassword: (password: string) => Promise<void>
    onClose: () => void
  }>,
) {
  const [password, setPassword] = createSignal('')
  const [isWrong, setWrong] = createSignal(false)
  const [failure, setFailure] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const result = children(() => props.children)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong(false)
    setFailure('')
    try {
      await props.onPassword(password())
    } catch (error) {
      const isField = error instanceof ApiError && 'password' in error.fields
      setWrong(isField)
      if (!isField) setFailure(reasonOf(error))
    }
    setBusy(false)
  }

  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <Show
        when={result()}
        fallback={
          <form class="form" novalidate onSubmit={(event) => void submit(event)}>
            <p class="quiet">{props.help}</p>
            <TextField
              label={t('ownAccount.current')}
              type="password"
              autocomplete="current-password"
              autofocus
              error={isWrong() ? t('ownAccount.wrongPassword') : undefined}
              value={password()}
              onInput={setPassword}
            />
            <Show when={failure()}>
              <p class="field__error" role="alert">
                {failure()}
              </p>
            </Show>
            <button type="submit" class="button" data-kind="primary" disabled={busy()}>
              {props.submit}
            </button>
          </form>
        }
      >
        {(shown) => <>{shown()}</>}
      </Show>
    </Dialog>
  )
}

export function reasonOf(error: unknown): string {
  const isTooOften = error instanceof ApiError && error.status === 429
  return t(isTooOften ? 'ownAccount.often' : 'notChanged')
}
