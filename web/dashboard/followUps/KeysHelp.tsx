import { For } from 'solid-js'
import { t } from '../base/i18n.ts'
import './keysHelp.css'

const KEYS = [
  ['move', ['j', 'k', '↓', '↑']],
  ['open', ['Enter']],
  ['select', ['x']],
  ['contacted', ['c']],
  ['resolved', ['r']],
  ['dismissed', ['d']],
  ['note', ['n']],
  ['assign', ['a']],
  ['search', ['/']],
  ['undo', ['u']],
  ['help', ['?']],
] as const

export function KeysHelp(props: { ref: (dialog: HTMLDialogElement) => void }) {
  let dialog!: HTMLDialogElement
  return (
    <dialog
      ref={(element) => {
        dialog = element
        props.ref(element)
      }}
      class="dialog"
      aria-labelledby="keys"
    >
      <h2 id="keys" class="subtitle">
        {t('followUps.keysTitle')}
      </h2>
      <dl class="keys-help">
        <For each={KEYS}>
          {([name, keys]) => (
            <div class="keys-help__row">
              <dt>
                <For each={keys}>{(key) => <kbd>{key}</kbd>}</For>
              </dt>
              <dd>{t(`followUps.keysList.${name}`)}</dd>
            </div>
          )}
        </For>
      </dl>
      <button type="button" class="button" onClick={() => dialog.close()}>
        {t('close')}
      </button>
    </dialog>
  )
}
