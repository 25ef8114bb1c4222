import {
  ALL_CLOSE_REASONS,
  type CloseReason,
  type FollowUpState,
} from '../../../../surveys/followUps.ts'
import type { Query } from '../../base/client.ts'

export const VIEWS = ['open', 'mine', 'unassigned', 'overdue', 'closed'] as const
export type View = (typeof VIEWS)[number]

/** What a view asks the API for. */
const QUERIES: Record<View, Query> = {
  open: { state: 'open' },
  mine: { state: 'open', owner: 'me' },
  unassigned: { state: 'open', owner: 'none' },
  overdue: { overdue: 'true' },
  closed: { state: 'closed' },
}

export type DeskFilter = {
  view: View
  /** What is searched for; empty for nothing. */
  q: string
  /** One state of the view's. */
  state: FollowUpState | null
  owner: string | null
  survey: string | null
  /** A property of the survey and its value. */
  property: string | null
  value: string | null
  /** Days on which cases were opened, ISO, both included. */
  from: string | null
  to: string | null
  reason: CloseReason | null
  unreachable: boolean
}

/** A view without a filter of its own. */
export const unfiltered = (view: View): DeskFilter => ({
  view,
  q: '',
  state: null,
  owner: null,
  survey: null,
  property: null,
  value: null,
  from: null,
  to: null,
  reason: null,
  unreachable: false,
})

/** Whether a case's state, owner and survey tell if it matches; otherwise only the server can. */
export const isPlain = ({ q, property, from, to, reason, unreachable }: DeskFilter) =>
  !(q || property || from || to || reason || unreachable)

/** Returns the API's query for a filter, used by the list, the export and changes of all that match. */
export function deskQuery(filter: DeskFilter): Query {
  const { view, q, state, owner, survey, property, value, from, to, reason, unreachable } = filter
  return {
    ...QUERIES[view],
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(owner ? { owner } : {}),
    ...(survey ? { survey } : {}),
    ...(survey && property ? { [`p.${property}`]: value ?? '' } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(reason ? { reason } : {}),
    ...(unreachable ? { unreachable: 'true' } : {}),
  }
}

/** The states that cases of a view can have. */
export function statesOf(view: View): readonly FollowUpState[] {
  if (view === 'overdue') return []
  return view === 'closed' ? ['resolved', 'dismissed'] : ['new', 'contacted']
}

export function readDeskFilter(search: URLSearchParams): DeskFilter {
  const view = VIEWS.find((view) => view === search.get('view')) ?? 'open'
  const states = statesOf(view)
  return {
    view,
    q: search.get('q')?.trim() ?? '',
    state: states.find((state) => state === search.get('state')) ?? null,
    owner: ownerChosen(view) ? null : search.get('owner'),
    survey: search.get('survey'),
    property: search.get('survey') && search.get('property'),
    value: search.get('survey') && search.get('value'),
    from: search.get('from'),
    to: search.get('to'),
    reason: ALL_CLOSE_REASONS.find((reason) => reason === search.get('reason')) ?? null,
    unreachable: search.get('unreachable') === 'true',
  }
}

/** Whether a view is of one owner's cases. */
export const ownerChosen = (view: View) => view === 'mine' || view === 'unassigned'

export function writeDeskFilter({ view, unreachable, ...values }: DeskFilter): string {
  const search = new URLSearchParams()
  if (view !== 'open') search.set('view', view)
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value)
  if (unreachable) search.set('unreachable', 'true')
  return search.size > 0 ? `?${search}` : ''
}

/** What stays when another view is opened: what every view can be filtered by. */
export const inView = (view: View, filter: DeskFilter): DeskFilter => ({
  ...filter,
  view,
  state: null,
  owner: null,
  reason: null,
})
