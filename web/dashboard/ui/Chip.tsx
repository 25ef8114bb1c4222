import IconX from '~icons/lucide/x'
import { t } from '../base/i18n.ts'

/** A value that can be removed from a list. */
export function Chip(props: { text: string; onRemove: () => void }) {
  return (
    <li class="chip">
      <bdi>{props.text}</bdi>
      <button
        type="button"
        class="chip__remove"
        aria-label={t('removeItem', { what: props.text })}
        onClick={() => props.onRemove()}
      >
        <IconX aria-hidden="true" />
      </button>
    </li>
  )
}
