import { Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { TextField } from '../ui/TextField.tsx'

/** The field for a code of the authenticator app, or for a recovery code. */
export function CodeField(props: {
  isRecovery: boolean
  value: string
  onInput: (code: string) => void
}) {
  return (
    <Show
      when={props.isRecovery}
      fallback={
        <TextField
          label={t('signIn.code')}
          help={t('signIn.codeHelp')}
          autocomplete="one-time-code"
          inputMode="numeric"
          autofocus
          maxLength={7}
          value={props.value}
          onInput={props.onInput}
        />
      }
    >
      <TextField
        label={t('signIn.recoveryCode')}
        help={t('signIn.recoveryHelp')}
        autocomplete="off"
        autofocus
        maxLength={40}
        value={props.value}
        onInput={props.onInput}
      />
    </Show>
  )
}
