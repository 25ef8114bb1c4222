import { createSignal } from 'solid-js'
import IconCheck from '~icons/lucide/check'
import IconCopy from '~icons/lucide/copy'
import { t } from '../i18n.ts'

const SAID_FOR = 2_000

/** Copies a text, and says that it did. */
export function Copy(props: { text: string; label?: string; about?: string }) {
  const [copied, setCopied] = createSignal(false)
  const copy = async () => {
    await navigator.clipboard.writeText(props.text)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_FOR)
  }

  return (
    <button type="button" class="button" onClick={() => void copy()} title={props.text}>
      {copied() ? <IconCheck aria-hidden="true" /> : <IconCopy aria-hidden="true" />}
      <span aria-live="polite">{copied() ? t('surveys.copied') : (props.label ?? t('copy'))}</span>
      <span class="visually-hidden"> {props.about}</span>
    </button>
  )
}
