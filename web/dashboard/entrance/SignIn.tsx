import { useNavigate, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { SECOND_FACTOR } from '../../../surveys/problemTypes.ts'
import { addressRefusal } from './addressWords.ts'
import { ApiError } from '../base/client.ts'
import { CodeField } from './CodeField.tsx'
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
  const [isCodeNeeded, setCodeNeeded] = createSignal(false)
  const [isRecovering, setRecovering] = createSignal(false)
  const [code, setCode] = createSignal('')
  const [needed] = createResource(async () => (await setup('')).needed)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure('')
    try {
      const typed = code().trim()
      await signIn({ email: email(), password: password(), ...(isCodeNeeded() && { code: typed }) })
      navigate(returnPath(search.back), { replace: true })
    } catch (error) {
      const { type } = error instanceof ApiError ? error : {}
      const asksForCode = Object.values<string | undefined>(SECOND_FACTOR).includes(type)
      setCodeNeeded(asksForCode || (isCodeNeeded() && !isPasswordWrong(error)))
      if (type === SECOND_FACTOR.unreadable) setRecovering(true)
      setFailure(type === SECOND_FACTOR.missing ? '' : reason(error))
    }
    setBusy(false)
  }
  const startOver = () => {
    setCodeNeeded(false)
    setRecovering(false)
    setCode('')
    setPassword('')
    setFailure('')
  }

  return (
    <Gate title={t(isCodeNeeded() ? 'signIn.codeTitle' : 'signIn.title')}>
      <Show when={needed.state === 'ready' && needed()}>
        <p class="quiet">{t('signIn.nobody')}</p>
      </Show>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <Show
          when={isCodeNeeded()}
          fallback={
            <>
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
            </>
          }
        >
          <CodeField isRecovery={isRecovering()} value={code()} onInput={setCode} />
        </Show>
        <Show when={failure()}>
          <p class="field__error" role="alert">
            {failure()}
          </p>
        </Show>
        <button type="submit" class="button" data-kind="primary" disabled={busy()}>
          {t('account.signIn')}
        </button>
      </form>
      <Show when={isCodeNeeded()} fallback={<p class="quiet">{t('signIn.forgot')}</p>}>
        <div class="gate__ways">
          <button
            type="button"
            class="link"
            onClick={() => {
              setRecovering(!isRecovering())
              setCode('')
              setFailure('')
            }}
          >
            {t(isRecovering() ? 'signIn.useApp' : 'signIn.useRecovery')}
          </button>
          <button type="button" class="link" onClick={startOver}>
            {t('signIn.startOver')}
          </button>
        </div>
        <p class="quiet">{t('signIn.lost')}</p>
      </Show>
    </Gate>
  )
}

// Only local paths, so that a crafted link can't redirect to another site.
function returnPath(back: string | undefined): string {
  return back && /^\/(?![/\\])/.test(back) ? back : '/'
}

const isPasswordWrong = (error: unknown) =>
  error instanceof ApiError && [400, 401].includes(error.status)

function reason(error: unknown): string {
  if (error instanceof ApiError && error.type === SECOND_FACTOR.wrong) return t('signIn.wrongCode')
  if (error instanceof ApiError && error.type === SECOND_FACTOR.unreadable)
    return t('signIn.unreadable')
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
