import { createSignal, For, Show } from 'solid-js'
import { CLOSE_REASONS, type CloseReason, type ClosedState } from '../../../surveys/followUps.ts'
import { plural, t } from '../base/i18n.ts'
import type { StateChange } from './model/api.ts'
import './confirmChange.css'

export type PendingChange = { count: number; state?: StateChange['state'] | undefined }

/** Asks whether to change cases, and why they are closed. Resolves with null if not. */
export type Confirm = (pending: PendingChange) => Promise<{ reason: CloseReason | null } | null>

/** The dialog behind `Confirm`: Enter goes on without a reason, a digit chooses one. */
export function ConfirmChange(props: { ref: (confirm: Confirm) => void }) {
  let dialog!: HTMLDialogElement
  let confirmButton!: HTMLButtonElement
  let answer: (choice: { reason: CloseReason | null } | null) => void = () => undefined
  const [pending, setPending] = createSignal<PendingChange>({ count: 1 })
  const closed = () => {
    const { state } = pending()
    return state === 'resolved' || state === 'dismissed' ? state : null
  }
  const reasons = (): readonly CloseReason[] => {
    const state = closed()
    return state ? CLOSE_REASONS[state] : []
  }
  const finish = (choice: { reason: CloseReason | null } | null) => {
    answer(choice)
    answer = () => undefined
    dialog.close()
  }
  const confirm: Confirm = (next) => {
    setPending(next)
    dialog.showModal()
    confirmButton.focus()
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
        {titleOf(pending(), closed())}
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
          ref={(element) => (confirmButton = element)}
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

function titleOf({ count }: PendingChange, closed: ClosedState | null): string {
  if (closed === null) return plural('desk.confirm.change', count)
  return count === 1 ? t(`followUps.${CLOSING[closed]}`) : plural(`desk.confirm.${closed}`, count)
}

const CLOSING = { resolved: 'resolve', dismissed: 'dismiss' } as const
