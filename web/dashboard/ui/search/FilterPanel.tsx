import { createSignal, createUniqueId, For, Show, type ParentProps } from 'solid-js'
import IconFilter from '~icons/lucide/sliders-horizontal'
import { t } from '../../base/i18n.ts'
import { Chip } from '../Chip.tsx'
import './filterPanel.css'

/** A part of a filter that is in use. */
export type FilterChip = { text: string; onRemove: () => void }

/** A button that shows the filter's fields, and a chip for each one in use. */
export function FilterPanel(props: ParentProps<{ chips: FilterChip[] }>) {
  const [isOpen, setOpen] = createSignal(false)
  const id = createUniqueId()
  return (
    <div class="filter-panel">
      <div class="filter-panel__row">
        <button
          type="button"
          class="button"
          aria-expanded={isOpen()}
          aria-controls={id}
          onClick={() => setOpen((before) => !before)}
        >
          <IconFilter aria-hidden="true" />
          {t('filterPanel.open')}
        </button>
        <Show when={props.chips.length > 0}>
          <ul class="chips" aria-label={t('filterPanel.used')}>
            <For each={props.chips}>
              {({ text, onRemove }) => <Chip text={text} onRemove={onRemove} />}
            </For>
          </ul>
        </Show>
      </div>
      <div id={id} hidden={!isOpen()}>
        <Show when={isOpen()}>{props.children}</Show>
      </div>
    </div>
  )
}
