import { Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { hideToast, pauseTimer, resumeTimer, toast } from '../base/toast.ts'

export function ToastRegion() {
  return (
    <div class="toasts" role="status">
      <Show when={toast()}>
        {(shown) => (
          <p
            class="toast"
            onPointerEnter={pauseTimer}
            onPointerLeave={resumeTimer}
            onFocusIn={pauseTimer}
            onFocusOut={resumeTimer}
          >
            <span>{shown().text}</span>
            <Show when={shown().undo}>
              {(undo) => (
                <button
                  type="button"
                  class="toast__undo"
                  onClick={() => {
                    hideToast()
                    undo()()
                  }}
                >
                  {t('undo')}
                </button>
              )}
            </Show>
          </p>
        )}
      </Show>
    </div>
  )
}
