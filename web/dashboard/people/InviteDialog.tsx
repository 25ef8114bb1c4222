import { createSignal, Show } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { LONGEST_ACCOUNT_EMAIL, LONGEST_SHORT_NAME } from '../../../surveys/limits.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { invite, type AccountLink, type Role } from './api.ts'
import { linkFailure } from './linkFailure.ts'
import { OneTimeLink } from './OneTimeLink.tsx'
import { RoleChoice } from './RoleChoice.tsx'

/** Makes a link by which one person joins with a role. */
export function InviteDialog(props: { onInvited: () => void; onClose: () => void }) {
  const [role, setRole] = createSignal<Role>('lead')
  const [email, setEmail] = createSignal('')
  const [name, setName] = createSignal('')
  const [link, setLink] = createSignal<AccountLink | null>(null)
  const [failure, setFailure] = createSignal('')
  const [emailError, setEmailError] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const address = email().trim()
    setBusy(true)
    setFailure('')
    setEmailError(undefined)
    try {
      setLink(
        await invite({
          role: role(),
          ...(address && { email: address }),
          ...(name().trim() && { name: name() }),
        }),
      )
      props.onInvited()
    } catch (error) {
      const isEmail = error instanceof ApiError && 'email' in error.fields
      const isWhole = /^\S+@\S+\.\S+$/.test(address)
      if (isEmail) setEmailError(t(isWhole ? 'people.taken' : 'people.notEmail'))
      else setFailure(linkFailure(error))
    }
    setBusy(false)
  }

  return (
    <Dialog title={t('people.invite')} onClose={props.onClose}>
      <Show
        when={link()}
        fallback={
          <form class="form" novalidate onSubmit={(event) => void submit(event)}>
            <RoleChoice value={role()} onChoose={setRole} />
            <TextField
              label={t('people.email')}
              type="email"
              optional
              help={t('people.emailHelp')}
              error={emailError()}
              maxLength={LONGEST_ACCOUNT_EMAIL}
              value={email()}
              onInput={setEmail}
            />
            <TextField
              label={t('people.name')}
              optional
              maxLength={LONGEST_SHORT_NAME}
              value={name()}
              onInput={setName}
            />
            <Show when={failure()}>
              <p class="field__error" role="alert">
                {failure()}
              </p>
            </Show>
            <button type="submit" class="button" data-kind="primary" disabled={busy()}>
              {t('people.createLink')}
            </button>
          </form>
        }
      >
        {(made) => <OneTimeLink link={made()} />}
      </Show>
    </Dialog>
  )
}
