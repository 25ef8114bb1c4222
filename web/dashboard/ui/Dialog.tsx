import { createUniqueId, type ParentProps } from 'solid-js'
import { t } from '../base/i18n.ts'

/** A modal dialog, open for as long as it is rendered. */
export function Dialog(props: ParentProps<{ title: string; onClose: () => void }>) {
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  return (
    <dialog
      ref={(element) => {
        dialog = element
        queueMicrotask(() => element.isConnected && element.showModal())
      }}
      class="dialog"
      aria-labelledby={id}
      onClose={() => props.onClose()}
    >
      <h2 id={id} class="subtitle">
        <bdi>{props.title}</bdi>
      </h2>
      {props.children}
      <button type="button" class="button dialog__close" onClick={() => dialog.close()}>
        {t('close')}
      </button>
    </dialog>
  )
}
