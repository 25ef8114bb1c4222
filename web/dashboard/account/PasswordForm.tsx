import { createSignal, Show } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { SHORTEST_PASSWORD } from '../../../surveys/limits.ts'
import { TextField } from '../ui/TextField.tsx'
import { changePassword } from './api.ts'

export function PasswordForm() {
  const session = useSession()
  const [current, setCurrent] = createSignal('')
  const [chosen, setChosen] = createSignal('')
  const [wrong, setWrong] = createSignal<Record<string, string>>({})
  const [state, setState] = createSignal<'saving' | 'saved' | null>(null)
  const [failure, setFailure] = createSignal('')

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setState('saving')
    setWrong({})
    setFailure('')
    try {
      await changePassword({ current: current(), new: chosen() })
      setCurrent('')
      setChosen('')
      setState('saved')
    } catch (error) {
      setState(null)
      const fields = error instanceof ApiError ? error.fields : {}
      setWrong(fields)
      if (!Object.keys(fields).length) setFailure(reason(error))
    }
  }
  const newError = () => {
    if (!wrong()['new']) return undefined
    return t(chosen().length < SHORTEST_PASSWORD ? 'ownAccount.short' : 'ownAccount.weak')
  }

  return (
    <form class="form" novalidate onSubmit={(event) => void submit(event)}>
      <input
        class="visually-hidden"
        type="email"
        autocomplete="username"
        aria-hidden="true"
        tabindex="-1"
        readOnly
        value={session.me.email ?? ''}
      />
      <TextField
        label={t('ownAccount.current')}
        type="password"
        autocomplete="current-password"
        error={wrong()['current'] ? t('ownAccount.wrongPassword') : undefined}
        value={current()}
        onInput={setCurrent}
      />
      <TextField
        label={t('ownAccount.new')}
        type="password"
        autocomplete="new-password"
        help={t('ownAccount.newHelp')}
        error={newError()}
        value={chosen()}
        onInput={setChosen}
      />
      <div role="status">
        <Show when={state() === 'saved'}>
          <p class="quiet">{t('ownAccount.passwordSaved')}</p>
        </Show>
        <Show when={failure()}>
          <p class="field__error">{failure()}</p>
        </Show>
      </div>
      <button type="submit" class="button" disabled={state() === 'saving'}>
        {t('ownAccount.savePassword')}
      </button>
    </form>
  )
}

function reason(error: unknown): string {
  const isTooOften = error instanceof ApiError && error.status === 429
  return t(isTooOften ? 'ownAccount.often' : 'notChanged')
}
