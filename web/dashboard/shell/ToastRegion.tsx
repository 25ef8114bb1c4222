import { Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { hold, hush, release, toast } from '../base/toast.ts'

export function ToastRegion() {
  return (
    <div class="toasts" role="status">
      <Show when={toast()}>
        {(shown) => (
          <p
            class="toast"
            onPointerEnter={hold}
            onPointerLeave={release}
            onFocusIn={hold}
            onFocusOut={release}
          >
            <span>{shown().text}</span>
            <Show when={shown().undo}>
              {(undo) => (
                <button
                  type="button"
                  class="toast__undo"
                  onClick={() => {
                    hush()
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
