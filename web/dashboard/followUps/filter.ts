import type { Query } from '../base/client.ts'

export const TABS = ['new', 'overdue', 'contacted', 'resolved', 'dismissed'] as const
export type Tab = (typeof TABS)[number]
export type DeskFilter = {
  tab: Tab
  owner: string | null
  survey: string | null
  /** Days on which cases were opened, ISO, both included. */
  from: string | null
  to: string | null
}

/** Returns the API's query for a filter, used by the list and the export alike. */
export function deskQuery({ tab, owner, survey, from, to }: DeskFilter): Query {
  return {
    ...(tab === 'overdue' ? { overdue: 'true' } : { state: tab }),
    ...(owner ? { owner } : {}),
    ...(survey ? { survey } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

export function readDeskFilter(search: URLSearchParams): DeskFilter {
  return {
    tab: TABS.find((tab) => tab === search.get('tab')) ?? 'new',
    owner: search.get('owner'),
    survey: search.get('survey'),
    from: search.get('from'),
    to: search.get('to'),
  }
}

export function writeDeskFilter({ tab, owner, survey, from, to }: DeskFilter): string {
  const search = new URLSearchParams()
  if (tab !== 'new') search.set('tab', tab)
  if (owner) search.set('owner', owner)
  if (survey) search.set('survey', survey)
  if (from) search.set('from', from)
  if (to) search.set('to', to)
  return search.size > 0 ? `?${search}` : ''
}
