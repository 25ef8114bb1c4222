import { createSignal, Show } from 'solid-js'
import { plural, t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { showToast } from '../base/toast.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { newRecoveryCodes, removeTwoFactor, twoFactor } from './api.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUpDialog } from './SetUpDialog.tsx'

/** One's second factor: whether it is on, and how it is set up and turned off. */
export function TwoFactor() {
  const state = createLoad(() => null, twoFactor)
  const [open, setOpen] = createSignal<'set up' | 'turn off' | 'new codes' | null>(null)
  const [codes, setCodes] = createSignal<string[] | null>(null)
  // Only then, so that a dialog stays as it is.
  const close = () => {
    state.again()
    setOpen(null)
    setCodes(null)
  }

  const turnOff = async (password: string) => {
    await removeTwoFactor(password)
    showToast(t('ownAccount.turnedOff'))
    close()
  }
  const renewCodes = async (password: string) => {
    setCodes((await newRecoveryCodes(password)).recoveryCodes)
  }

  return (
    <>
      <Loaded of={state} skeleton={<Skeleton shape="list" />}>
        {(found) => (
          <div class="two-factor">
            <p class="quiet">{t('ownAccount.twoFactorHelp')}</p>
            <Show
              when={found().enabledAt}
              fallback={
                <button type="button" class="button" onClick={() => setOpen('set up')}>
                  {t('ownAccount.setUp')}
                </button>
              }
            >
              <p>
                <span class="badge">{t('ownAccount.twoFactorOn')}</span>{' '}
                {plural('ownAccount.codesLeft', found().recoveryCodes)}
              </p>
              <Show when={!found().readable}>
                <p class="field__error">{t('ownAccount.unreadable')}</p>
              </Show>
              <div class="two-factor__actions">
                <button type="button" class="button" onClick={() => setOpen('new codes')}>
                  {t('ownAccount.newCodes')}
                </button>
                <button type="button" class="button" onClick={() => setOpen('turn off')}>
                  {t('ownAccount.turnOff')}
                </button>
              </div>
            </Show>
          </div>
        )}
      </Loaded>
      <Show when={open() === 'set up'}>
        <SetUpDialog onClose={close} />
      </Show>
      <Show when={open() === 'turn off'}>
        <PasswordDialog
          title={t('ownAccount.turnOffTitle')}
          help={t('ownAccount.turnOffHelp')}
          submit={t('ownAccount.turnOff')}
          onPassword={turnOff}
          onClose={close}
        />
      </Show>
      <Show when={open() === 'new codes'}>
        <PasswordDialog
          title={t('ownAccount.newCodes')}
          help={t('ownAccount.newCodesHelp')}
          submit={t('ownAccount.newCodes')}
          onPassword={renewCodes}
          onClose={close}
        >
          <Show when={codes()}>{(made) => <RecoveryCodes codes={made()} />}</Show>
        </PasswordDialog>
      </Show>
    </>
  )
}
