import { useNavigate } from '@solidjs/router'
import { createSignal, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import {
  LONGEST_ACCOUNT_EMAIL,
  LONGEST_SHORT_NAME,
  SHORTEST_PASSWORD,
} from '../../../surveys/limits.ts'
import { ApiError, type Result } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { addressRefusal } from './addressWords.ts'
import { followAccountLink, type accountLink } from './api.ts'

/** Asks a new person for name, address and password, or for a new password alone. */
export function AccountLinkForm(props: {
  token: string
  link: Result<typeof accountLink>
  /** The link has stopped working since the page was loaded. */
  onEnded: () => void
}) {
  const navigate = useNavigate()
  const fixed = untrack(() => props.link)
  const [form, setForm] = createStore({
    name: fixed.name ?? '',
    email: fixed.email ?? '',
    password: '',
  })
  const [errors, setErrors] = createSignal<Record<string, string>>({})
  const [failure, setFailure] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const isInvite = () => props.link.kind === 'invite'

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure('')
    setErrors({})
    try {
      const json = isInvite() ? form : { password: form.password }
      const { signedIn } = await followAccountLink(props.token, json)
      navigate(signedIn ? '/' : '/sign-in', { replace: true })
    } catch (error) {
      if (error instanceof ApiError && error.status === 410) props.onEnded()
      const fields = error instanceof ApiError ? error.fields : {}
      setErrors(fields)
      if (!Object.keys(fields).length) setFailure(addressRefusal(error) ?? t('setup.failed'))
    }
    setBusy(false)
  }
  const emailError = () => {
    if (!errors()['email']) return undefined
    return t(/^\S+@\S+\.\S+$/.test(form.email) ? 'accountLink.taken' : 'setup.notEmail')
  }
  const passwordError = () => {
    if (!errors()['password']) return undefined
    return t(form.password.length < SHORTEST_PASSWORD ? 'setup.passwordShort' : 'password.weak')
  }

  return (
    <form class="form" novalidate onSubmit={(event) => void submit(event)}>
      <Show when={isInvite()}>
        <TextField
          label={t('setup.name')}
          autocomplete="name"
          autofocus
          maxLength={LONGEST_SHORT_NAME}
          value={form.name}
          error={errors()['name'] ? t('setup.missing') : undefined}
          onInput={(value) => setForm('name', value)}
        />
      </Show>
      <TextField
        label={t('setup.email')}
        type="email"
        autocomplete="username"
        maxLength={LONGEST_ACCOUNT_EMAIL}
        readOnly={fixed.email !== null}
        value={form.email}
        error={emailError()}
        onInput={(value) => setForm('email', value)}
      />
      <TextField
        label={t(isInvite() ? 'setup.password' : 'accountLink.newPassword')}
        type="password"
        autocomplete="new-password"
        help={t('setup.passwordHelp')}
        value={form.password}
        error={passwordError()}
        onInput={(value) => setForm('password', value)}
      />
      <Show when={failure()}>
        <p class="field__error" role="alert">
          {failure()}
        </p>
      </Show>
      <button type="submit" class="button" data-kind="primary" disabled={busy()}>
        {t(isInvite() ? 'accountLink.submit' : 'accountLink.submitReset')}
      </button>
    </form>
  )
}
