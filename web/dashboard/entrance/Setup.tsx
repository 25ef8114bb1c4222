import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { addressRefusal } from './addressWords.ts'
import { ApiError } from '../base/client.ts'
import { setUp, setup } from './api.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { Gate } from './Gate.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { LONGEST_ACCOUNT_EMAIL, SHORTEST_PASSWORD } from '../../../surveys/limits.ts'

export default function Setup() {
  const [search] = useSearchParams<{ token: string }>()
  const token = () => search.token ?? ''
  const open = createLoad(token, setup)

  return (
    <Gate title={t('setup.title')}>
      <Loaded of={open} skeleton={<Skeleton shape="list" />}>
        {(found) => (
          <Show
            when={found().open}
            fallback={
              <Show when={!found().needed} fallback={<p>{t('setup.wrong')}</p>}>
                <p>{t('setup.used')}</p>
                <A class="button" href="/sign-in">
                  {t('account.signIn')}
                </A>
              </Show>
            }
          >
            <SetupForm token={token()} onClosed={open.again} />
          </Show>
        )}
      </Loaded>
    </Gate>
  )
}

function SetupForm(props: {
  token: string
  /** The token has become invalid since the page was loaded. */
  onClosed: () => void
}) {
  const navigate = useNavigate()
  const [form, setForm] = createStore({ company: '', name: '', email: '', password: '' })
  const [errors, setErrors] = createSignal<Record<string, string>>({})
  const [failure, setFailure] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [leftPassword, setLeftPassword] = createSignal(false)
  const isShort = () =>
    leftPassword() && form.password !== '' && form.password.length < SHORTEST_PASSWORD
  const problemWith = (field: 'company' | 'name' | 'email' | 'password') => {
    if (!errors()[field]) return undefined
    if (!form[field].trim()) return t('setup.missing')
    if (field === 'password')
      return t(form.password.length < SHORTEST_PASSWORD ? 'setup.passwordShort' : 'password.weak')
    const isTooLong = field !== 'email' || form.email.length > LONGEST_ACCOUNT_EMAIL
    return t(isTooLong ? 'setup.tooLong' : 'setup.notEmail')
  }

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure('')
    setErrors({})
    try {
      await setUp({ token: props.token, ...form })
      navigate('/', { replace: true })
    } catch (error) {
      if (error instanceof ApiError && error.status === 403 && !addressRefusal(error))
        props.onClosed()
      const fields = error instanceof ApiError ? error.fields : {}
      setErrors(fields)
      if (Object.keys(fields).length === 0) setFailure(addressRefusal(error) ?? t('setup.failed'))
    }
    setBusy(false)
  }

  return (
    <form class="form" onSubmit={(event) => void submit(event)}>
      <p class="quiet">{t('setup.lead')}</p>
      <TextField
        label={t('setup.company')}
        autocomplete="organization"
        autofocus
        help={t('settings.nameHelp')}
        value={form.company}
        error={problemWith('company')}
        onInput={(value) => setForm('company', value)}
      />
      <TextField
        label={t('setup.name')}
        autocomplete="name"
        value={form.name}
        error={problemWith('name')}
        onInput={(value) => setForm('name', value)}
      />
      <TextField
        label={t('setup.email')}
        type="email"
        autocomplete="username"
        value={form.email}
        error={problemWith('email')}
        onInput={(value) => setForm('email', value)}
      />
      <TextField
        label={t('setup.password')}
        type="password"
        autocomplete="new-password"
        minLength={SHORTEST_PASSWORD}
        help={t('setup.passwordHelp')}
        value={form.password}
        error={isShort() ? t('setup.passwordShort') : problemWith('password')}
        onInput={(value) => setForm('password', value)}
        onLeave={() => setLeftPassword(true)}
      />
      <Show when={failure()}>
        <p class="field__error" role="alert">
          {failure()}
        </p>
      </Show>
      <button type="submit" class="button" data-kind="primary" disabled={busy()}>
        {t('setup.submit')}
      </button>
    </form>
  )
}
