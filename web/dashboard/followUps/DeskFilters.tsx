import { createSignal, createUniqueId, For, Show } from 'solid-js'
import IconFilter from '~icons/lucide/sliders-horizontal'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { Person } from '../base/api.ts'
import { Chip } from '../ui/Chip.tsx'
import type { DeskFilter } from './model/filter.ts'
import { chipsOf } from './filterChips.ts'
import { FilterFields } from './FilterFields.tsx'
import './deskFilters.css'

/** A button that shows the filter's fields, and a chip for each one in use. */
export function DeskFilters(props: {
  filter: DeskFilter
  people: Person[]
  onChange: (changes: Partial<DeskFilter>) => void
}) {
  const session = useSession()
  const [isOpen, setOpen] = createSignal(false)
  const id = createUniqueId()
  const chips = () => chipsOf(props.filter, props.people, session)
  return (
    <div class="desk-filters">
      <div class="desk-filters__row">
        <button
          type="button"
          class="button"
          aria-expanded={isOpen()}
          aria-controls={id}
          onClick={() => setOpen((before) => !before)}
        >
          <IconFilter aria-hidden="true" />
          {t('desk.filter')}
        </button>
        <Show when={chips().length > 0}>
          <ul class="chips" aria-label={t('desk.filtered')}>
            <For each={chips()}>
              {({ text, without }) => <Chip text={text} onRemove={() => props.onChange(without)} />}
            </For>
          </ul>
        </Show>
      </div>
      <div id={id} hidden={!isOpen()}>
        <Show when={isOpen()}>
          <FilterFields filter={props.filter} people={props.people} onChange={props.onChange} />
        </Show>
      </div>
    </div>
  )
}
