import type { Person } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { segmentInWords } from '../base/propertyNames.ts'
import type { Session } from '../base/session.ts'
import type { DeskFilter } from './model/filter.ts'

type FilterChip = { text: string; without: Partial<DeskFilter> }

/** The parts of a filter that are in use, and what removes each. */
export function chipsOf(filter: DeskFilter, people: Person[], session: Session): FilterChip[] {
  const { state, owner, survey, property, value, from, to, reason, unreachable } = filter
  const day = (iso: string) => format.day(locale(), iso)
  const chips: (FilterChip | false)[] = [
    state !== null && { text: t(`followUpStates.${state}`), without: { state: null } },
    owner !== null && {
      text: ownerName(owner, people),
      without: { owner: null },
    },
    survey !== null && {
      text: session.surveys.find(({ id }) => id === survey)?.name ?? survey,
      without: { survey: null, property: null, value: null },
    },
    property !== null && {
      text: segmentInWords({ property, value: value ?? '' }),
      without: { property: null, value: null },
    },
    from !== null && { text: `${t('desk.from')} ${day(from)}`, without: { from: null } },
    to !== null && { text: `${t('desk.to')} ${day(to)}`, without: { to: null } },
    reason !== null && { text: t(`desk.reasons.${reason}`), without: { reason: null } },
    unreachable && { text: t('desk.unreachable'), without: { unreachable: false } },
  ]
  return chips.filter((chip) => chip !== false)
}

function ownerName(owner: string, people: Person[]): string {
  if (owner === 'me') return t('desk.views.mine')
  if (owner === 'none') return t('desk.unassigned')
  return people.find(({ id }) => id === owner)?.name ?? t('followUps.owner')
}
