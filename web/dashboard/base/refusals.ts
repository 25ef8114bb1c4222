import { dayFromIso } from '../../../surveys/days.ts'
import { ApiError } from './client.ts'
import { t } from './i18n.ts'
import { propertyName } from './propertyNames.ts'

/**
 * Describes which parameters of a query the server rejected; empty for any other error.
 * @param search the query in the page's URL
 */
export function refusalsInWords(error: unknown, search: URLSearchParams): string[] {
  if (!(error instanceof ApiError) || error.status !== 400) return []
  return [...new Set(Object.keys(error.fields).map((field) => refusalOf(field, search)))]
}

function refusalOf(field: string, search: URLSearchParams): string {
  const value = search.get(field) ?? search.get(`p.${field}`)
  if (/^(before)?(from|to)$/i.test(field)) {
    const isBefore = field.startsWith('before')
    if (value !== null && dayFromIso(value) === null)
      return t('refused.date', { name: nameOf(field), value })
    const [from, to] = (isBefore ? ['beforeFrom', 'beforeTo'] : ['from', 'to']).map((end) =>
      search.get(end),
    )
    if (from && to && from > to) return t('refused.order', { from, to })
    return isBefore ? t('refused.overlap') : t('error.filter')
  }
  if (field === 'q') return t('refused.search')
  if (field === 'against') return t('refused.year')
  if (field === 'by') return t('refused.long')
  return value === null ? t('error.filter') : t('refused.value', { name: nameOf(field), value })
}

function nameOf(field: string): string {
  switch (field) {
    case 'from':
      return t('fields.from')
    case 'to':
      return t('fields.to')
    case 'beforeFrom':
      return `${t('fields.against')}: ${t('fields.from')}`
    case 'beforeTo':
      return `${t('fields.against')}: ${t('fields.to')}`
    case 'question':
      return t('fields.question')
    default:
      return propertyName(field.replace(/^p\./, ''))
  }
}
