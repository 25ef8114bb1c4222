import { createSignal, Show, untrack } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { plural, t } from '../base/i18n.ts'
import { showToast } from '../base/toast.ts'
import { Dialog } from '../ui/Dialog.tsx'
import {
  changePerson,
  createResetLink,
  resetTwoFactor,
  type Account,
  type AccountLink,
} from './api.ts'
import { HandOver } from './HandOver.tsx'
import { linkFailure } from './linkFailure.ts'
import { OneTimeLink } from './OneTimeLink.tsx'
import { RoleChoice } from './RoleChoice.tsx'

/** Changes one person's role, makes them a reset link, deactivates or reactivates them. */
export function PersonDialog(props: {
  person: Account
  /** Who can take over cases. */
  others: Account[]
  onChanged: () => void
  onClose: () => void
}) {
  const [role, setRole] = createSignal(untrack(() => props.person.role))
  const [heir, setHeir] = createSignal('')
  const [link, setLink] = createSignal<AccountLink | null>(null)
  const [failure, setFailure] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const isDeactivated = () => props.person.deactivatedAt !== null

  const attempt = async (act: () => Promise<void>, reason: (error: unknown) => string) => {
    setBusy(true)
    setFailure('')
    await act().catch((error: unknown) => setFailure(reason(error)))
    setBusy(false)
  }
  const change = async (json: { role?: Account['role']; active?: boolean }, done: string) => {
    const { id } = props.person
    const handOverTo = heir() || null
    await attempt(async () => {
      const { handedOver } = await changePerson(id, { ...json, handOverTo })
      showToast(handedOver ? `${done} ${plural('people.handedOver', handedOver)}` : done)
    }, changeFailure)
    if (failure()) return
    props.onChanged()
    props.onClose()
  }

  const turnTwoFactorOff = async () => {
    const { id } = props.person
    await attempt(async () => {
      await resetTwoFactor(id)
      showToast(t('people.resetTwoFactorDone'))
    }, changeFailure)
    if (failure()) return
    props.onChanged()
    props.onClose()
  }

  return (
    <Dialog title={props.person.name} onClose={props.onClose}>
      <Show when={failure()}>
        <p class="field__error" role="alert">
          {failure()}
        </p>
      </Show>
      <Show
        when={!isDeactivated()}
        fallback={
          <div class="people__part">
            <p>{t('people.reactivateHelp')}</p>
            <button
              type="button"
              class="button"
              disabled={busy()}
              onClick={() => void change({ active: true }, t('people.reactivatedDone'))}
            >
              {t('people.reactivate')}
            </button>
          </div>
        }
      >
        <div class="people__part">
          <RoleChoice value={role()} onChoose={setRole} />
          <Show when={role() === 'viewer'}>
            <HandOver
              person={props.person}
              others={props.others}
              value={heir()}
              onChoose={setHeir}
            />
          </Show>
          <button
            type="button"
            class="button"
            disabled={busy() || role() === props.person.role}
            onClick={() => void change({ role: role() }, t('people.roleDone'))}
          >
            {t('people.saveRole')}
          </button>
        </div>
        <div class="people__part">
          <p>{t('people.resetHelp')}</p>
          <Show
            when={link()}
            fallback={
              <button
                type="button"
                class="button"
                disabled={busy()}
                onClick={() =>
                  void attempt(
                    async () => void setLink(await createResetLink(props.person.id)),
                    linkFailure,
                  )
                }
              >
                {t('people.createReset')}
              </button>
            }
          >
            {(made) => <OneTimeLink link={made()} />}
          </Show>
        </div>
        <Show when={props.person.twoFactor !== 'off'}>
          <div class="people__part">
            <p>
              {t(
                props.person.twoFactor === 'on' ? 'people.twoFactorHelp' : 'people.unreadableHelp',
              )}
            </p>
            <button
              type="button"
              class="button"
              disabled={busy()}
              onClick={() => void turnTwoFactorOff()}
            >
              {t('people.resetTwoFactor')}
            </button>
          </div>
        </Show>
        <div class="people__part">
          <p>{t('people.deactivateHelp')}</p>
          <HandOver person={props.person} others={props.others} value={heir()} onChoose={setHeir} />
          <Show when={props.person.keys}>{(n) => <p>{plural('people.keysStay', n())}</p>}</Show>
          <button
            type="button"
            class="button"
            disabled={busy()}
            onClick={() => void change({ active: false }, t('people.deactivatedDone'))}
          >
            {t('people.deactivate')}
          </button>
        </div>
      </Show>
    </Dialog>
  )
}

function changeFailure(error: unknown): string {
  const status = error instanceof ApiError ? error.status : null
  return status === 409 ? t('people.lastAdmin') : t('notChanged')
}
