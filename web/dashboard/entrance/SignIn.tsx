import { useNavigate, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { addressRefusal } from './addressWords.ts'
import { ApiError } from '../base/client.ts'
import { setup, signIn } from './api.ts'
import { t } from '../base/i18n.ts'
import { Gate } from './Gate.tsx'
import { TextField } from '../ui/TextField.tsx'

export default function SignIn() {
  const navigate = useNavigate()
  const [search] = useSearchParams<{ back: string }>()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [failure, setFailure] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [needed] = createResource(async () => (await setup('')).needed)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure('')
    try {
      await signIn(email(), password())
      navigate(returnPath(search.back), { replace: true })
    } catch (error) {
      setFailure(reason(error))
    }
    setBusy(false)
  }

  return (
    <Gate title={t('signIn.title')}>
      <Show when={needed.state === 'ready' && needed()}>
        <p class="quiet">{t('signIn.nobody')}</p>
      </Show>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('signIn.email')}
          type="email"
          autocomplete="username"
          value={email()}
          onInput={setEmail}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          autocomplete="current-password"
          value={password()}
          onInput={setPassword}
        />
        <Show when={failure()}>
          <p class="field__error" role="alert">
            {failure()}
          </p>
        </Show>
        <button type="submit" class="button" data-kind="primary" disabled={busy()}>
          {t('account.signIn')}
        </button>
      </form>
      <p class="quiet">{t('signIn.forgot')}</p>
    </Gate>
  )
}

// Only local paths, so that a crafted link can't redirect to another site.
function returnPath(back: string | undefined): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/'
}

function reason(error: unknown): string {
  switch (error instanceof ApiError ? error.status : null) {
    case 400:
    case 401:
      return t('signIn.wrong')
    case 429:
      return t('signIn.often')
    default:
      return addressRefusal(error) ?? t('signIn.failed')
  }
}
