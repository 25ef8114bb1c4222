import { subjectOf } from '../personal.ts'
import { distinctShare, isUnique, type Column } from './columns.ts'
import { distinguishesCustomers } from './customerColumns.ts'
import { hintsOf } from './headers.ts'
import type { Role } from './mapping.ts'
import { quoted } from './refusals.ts'

const MOST_PROPERTY_VALUES = 200

/** Makes a column a property, visible to everyone or only to leads, or ignores it with a reason. */
export function propertyOrNot(column: Column, roles: Map<string, Role>): Role {
  const many = `(--map property=${quoted(column.name)} takes it all the same)`
  const subject = subjectOf(column.name)
  if (subject === 'tracking') return { kind: 'ignored', why: 'follows people' }
  if (column.longest > 200) return { kind: 'ignored', why: 'too long for a property' }
  const isPersonal = hintsOf(column.name).has('customer')
    ? distinguishesCustomers(column)
    : subject !== 'property'
  if (isPersonal || holdsPersonalData(column)) return asProperty('personal', column, roles)
  if (column.more || column.values.size > MOST_PROPERTY_VALUES)
    return { kind: 'ignored', why: `too many different values ${many}` }
  if (column.filled > 20 && (isUnique(column) || distinctShare(column) > 0.9))
    return { kind: 'ignored', why: `every row has its own value ${many}` }
  return asProperty('property', column, roles)
}

/** Whether many values look like addresses, phone numbers or other personal data. */
function holdsPersonalData({ name: columnName, values }: Column): boolean {
  const name = hintsOf(columnName).has('customer') ? '' : columnName
  const personal = [...values.keys()].filter((value) => subjectOf(name, value) !== 'property')
  return personal.length > 0.3 * values.size
}

/** The role of a property, under a name that no other role has. */
export function asProperty(
  kind: 'property' | 'personal',
  column: Pick<Column, 'name'>,
  roles: Map<string, Role>,
): Role {
  const taken = [...roles.values()].flatMap((role) => ('property' in role ? [role.property] : []))
  return { kind, property: uniqueName(propertyName(column.name), taken) }
}

/** Makes a name unique within 60 characters: `channel`, `channel_2`, `channel_3` … */
function uniqueName(name: string, taken: string[]): string {
  for (let number = 2, free = name; ; number++) {
    if (!taken.includes(free)) return free
    free = `${name.slice(0, 59 - String(number).length)}_${number}`
  }
}

/** `Ticket Channel` → `ticket_channel`. */
function propertyName(column: string): string {
  const name = column
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return name.slice(0, 60) || 'property'
}
