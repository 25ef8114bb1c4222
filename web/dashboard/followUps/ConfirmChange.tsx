import { createSignal, For, Show } from 'solid-js'
import { CLOSE_REASONS, type CloseReason, type ClosedState } from '../../../surveys/followUps.ts'
import { plural, t } from '../base/i18n.ts'
import type { StateChange } from './model/api.ts'
import './confirmChange.css'

export type Asked = { count: number; state?: StateChange['state'] | undefined }

/** Asks whether to change cases, and why they are closed. Resolves with null if not. */
export type Confirm = (asked: Asked) => Promise<{ reason: CloseReason | null } | null>

/** The dialog behind `Confirm`: Enter goes on without a reason, a digit chooses one. */
export function ConfirmChange(props: { ref: (confirm: Confirm) => void }) {
  let dialog!: HTMLDialogElement
  let goOn!: HTMLButtonElement
  let answer: (given: { reason: CloseReason | null } | null) => void = () => undefined
  const [asked, setAsked] = createSignal<Asked>({ count: 1 })
  const closed = () => {
    const { state } = asked()
    return state === 'resolved' || state === 'dismissed' ? state : null
  }
  const reasons = (): readonly CloseReason[] => {
    const state = closed()
    return state ? CLOSE_REASONS[state] : []
  }
  const finish = (given: { reason: CloseReason | null } | null) => {
    answer(given)
    answer = () => undefined
    dialog.close()
  }
  const confirm: Confirm = (next) => {
    setAsked(next)
    dialog.showModal()
    goOn.focus()
    return new Promise((resolve) => (answer = resolve))
  }

  return (
    <dialog
      ref={(element) => {
        dialog = element
        props.ref(confirm)
      }}
      class="dialog"
      aria-labelledby="confirm-change"
      onClose={() => finish(null)}
      onKeyDown={(event) => {
        const reason = reasons()[Number(event.key) - 1]
        if (reason) finish({ reason })
      }}
    >
      <h2 id="confirm-change" class="subtitle">
        {titleOf(asked(), closed())}
      </h2>
      <Show when={closed()}>
        <p class="quiet">{t('desk.reasonHelp')}</p>
        <ul class="confirm-change__reasons">
          <For each={reasons()}>
            {(reason, at) => (
              <li>
                <button
                  type="button"
                  class="button confirm-change__reason"
                  onClick={() => finish({ reason })}
                >
                  <kbd aria-hidden="true">{at() + 1}</kbd>
                  {t(`desk.reasons.${reason}`)}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="dialog__actions">
        <button
          ref={(element) => (goOn = element)}
          type="button"
          class="button"
          data-kind="primary"
          onClick={() => finish({ reason: null })}
        >
          {t(closed() ? 'desk.noReason' : 'desk.change')}
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={() => finish(null)}>
          {t('desk.cancel')}
        </button>
      </div>
    </dialog>
  )
}

function titleOf({ count }: Asked, closed: ClosedState | null): string {
  if (closed === null) return plural('desk.confirm.change', count)
  return count === 1 ? t(`followUps.${CLOSING[closed]}`) : plural(`desk.confirm.${closed}`, count)
}

const CLOSING = { resolved: 'resolve', dismissed: 'dismiss' } as const
