import { useSession } from '../base/session.ts'
import type { Person } from '../base/api.ts'
import { FilterPanel } from '../ui/search/FilterPanel.tsx'
import type { DeskFilter } from './model/filter.ts'
import { chipsOf } from './filterChips.ts'
import { FilterFields } from './FilterFields.tsx'

/** A button that shows the filter's fields, and a chip for each one in use. */
export function DeskFilters(props: {
  filter: DeskFilter
  people: Person[]
  onChange: (changes: Partial<DeskFilter>) => void
}) {
  const session = useSession()
  const chips = () =>
    chipsOf(props.filter, props.people, session).map(({ text, without }) => ({
      text,
      onRemove: () => props.onChange(without),
    }))
  return (
    <FilterPanel chips={chips()}>
      <FilterFields filter={props.filter} people={props.people} onChange={props.onChange} />
    </FilterPanel>
  )
}
