import { createUniqueId, onCleanup, onMount, Suspense, type ParentProps } from 'solid-js'
import { t } from '../base/i18n.ts'

/** A modal dialog, open for as long as it is rendered. */
export function Dialog(props: ParentProps<{ title: string; onClose: () => void }>) {
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  let title!: HTMLHeadingElement
  // The focus stays in the dialog when a step replaces the one that had it.
  const steps = new MutationObserver(() => {
    if (document.activeElement === document.body) title.focus()
  })
  onMount(() => steps.observe(dialog, { childList: true, subtree: true }))
  onCleanup(() => steps.disconnect())
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
      <h2 ref={(element) => (title = element)} id={id} class="subtitle" tabindex={-1}>
        <bdi>{props.title}</bdi>
      </h2>
      {/* Its own Suspense: one outside would detach the dialog, which then is no longer modal. */}
      <Suspense>{props.children}</Suspense>
      <button type="button" class="button dialog__close" onClick={() => dialog.close()}>
        {t('close')}
      </button>
    </dialog>
  )
}
