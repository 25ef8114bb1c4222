import { createSignal } from 'solid-js'
import IconCheck from '~icons/lucide/check'
import IconCopy from '~icons/lucide/copy'
import { t } from '../base/i18n.ts'

const SAID_FOR = 2_000
/** As much as a tooltip should say. */
const HINT_MOST = 200

/** Copies a text (for what takes it, with its look as `html`), and says that it did. */
export function CopyButton(props: { text: string; html?: string; label?: string; about?: string }) {
  const [copied, setCopied] = createSignal(false)
  const hint = () => (props.text.length > HINT_MOST ? undefined : props.text)
  const copy = async () => {
    if (props.html === undefined) await navigator.clipboard.writeText(props.text)
    else await navigator.clipboard.write([withLook(props.text, props.html)])
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_FOR)
  }

  return (
    <button type="button" class="button" onClick={() => void copy()} title={hint()}>
      {copied() ? <IconCheck aria-hidden="true" /> : <IconCopy aria-hidden="true" />}
      <span aria-live="polite">{copied() ? t('copied') : (props.label ?? t('copy'))}</span>
      <span class="visually-hidden"> {props.about}</span>
    </button>
  )
}

const withLook = (text: string, html: string) =>
  new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  })
