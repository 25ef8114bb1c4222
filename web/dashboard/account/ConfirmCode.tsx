import { createResource, createSignal, Show } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { t } from '../base/i18n.ts'
import { codeOf } from '../base/qrCode.ts'
import { CodePicture } from '../ui/CodePicture.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { confirmTwoFactor, type SetUp } from './api.ts'
import { reasonOf } from './PasswordDialog.tsx'

/** The QR code and the secret for the app, and the code that the app then shows. */
export function ConfirmCode(props: { setUp: SetUp; onConfirmed: (codes: string[]) => void }) {
  const [picture] = createResource(() => props.setUp.uri, codeOf)
  const [code, setCode] = createSignal('')
  const [isWrong, setWrong] = createSignal(false)
  const [failure, setFailure] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const readable = () => props.setUp.secret.match(/.{4}/g)!.join(' ')

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong(false)
    setFailure('')
    try {
      props.onConfirmed((await confirmTwoFactor(code().trim())).recoveryCodes)
    } catch (error) {
      const isField = error instanceof ApiError && 'code' in error.fields
      setWrong(isField)
      if (!isField) setFailure(reasonOf(error))
    }
    setBusy(false)
  }

  return (
    <form class="form" novalidate onSubmit={(event) => void submit(event)}>
      <p>{t('ownAccount.scan')}</p>
      <div class="two-factor__code">
        <Show when={picture.state === 'ready' && picture()}>
          {(modules) => <CodePicture modules={modules()} label={t('ownAccount.scanPicture')} />}
        </Show>
      </div>
      <p class="field__help">{t('ownAccount.typeSecret')}</p>
      <code class="code-block" dir="ltr">
        {readable()}
      </code>
      <CopyButton text={props.setUp.secret} />
      <TextField
        label={t('ownAccount.code')}
        autocomplete="one-time-code"
        inputMode="numeric"
        autofocus
        maxLength={7}
        error={isWrong() ? t('ownAccount.wrongCode') : undefined}
        value={code()}
        onInput={setCode}
      />
      <Show when={failure()}>
        <p class="field__error" role="alert">
          {failure()}
        </p>
      </Show>
      <button type="submit" class="button" data-kind="primary" disabled={busy()}>
        {t('ownAccount.turnOn')}
      </button>
    </form>
  )
}
