import { createSignal, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { beginTwoFactor, type SetUp } from './api.ts'
import { ConfirmCode } from './ConfirmCode.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** Sets the second factor up: password, QR code, first code, recovery codes. */
export function SetUpDialog(props: { onClose: () => void }) {
  const [setUp, setSetUp] = createSignal<SetUp | null>(null)
  const [codes, setCodes] = createSignal<string[] | null>(null)

  const begin = async (password: string) => {
    setSetUp(await beginTwoFactor(password))
  }

  return (
    <PasswordDialog
      title={t('ownAccount.setUp')}
      help={t('ownAccount.setUpHelp')}
      submit={t('ownAccount.next')}
      onPassword={begin}
      onClose={props.onClose}
    >
      <Show when={setUp()}>
        {(begun) => (
          <Show when={codes()} fallback={<ConfirmCode setUp={begun()} onConfirmed={setCodes} />}>
            {(made) => <RecoveryCodes codes={made()} />}
          </Show>
        )}
      </Show>
    </PasswordDialog>
  )
}
