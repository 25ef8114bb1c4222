import { createSignal } from 'solid-js'
import IconCheck from '~icons/lucide/check'
import IconCopy from '~icons/lucide/copy'
import { t } from '../base/i18n.ts'

const CONFIRMATION_DURATION = 2_000
/** Longer texts have no tooltip. */
const LONGEST_HINT = 200

/** Copies a text, also as formatted `html` if given, and confirms it. */
export function CopyButton(props: { text: string; html?: string; label?: string; about?: string }) {
  const [copied, setCopied] = createSignal(false)
  const hint = () => (props.text.length > LONGEST_HINT ? undefined : props.text)
  const copy = async () => {
    if (props.html === undefined) await navigator.clipboard.writeText(props.text)
    else await navigator.clipboard.write([clipboardItem(props.text, props.html)])
    setCopied(true)
    setTimeout(() => setCopied(false), CONFIRMATION_DURATION)
  }

  return (
    <button type="button" class="button" onClick={() => void copy()} title={hint()}>
      {copied() ? <IconCheck aria-hidden="true" /> : <IconCopy aria-hidden="true" />}
      <span aria-live="polite">{copied() ? t('copied') : (props.label ?? t('copy'))}</span>
      <span class="visually-hidden"> {props.about}</span>
    </button>
  )
}

const clipboardItem = (text: string, html: string) =>
  new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  })
