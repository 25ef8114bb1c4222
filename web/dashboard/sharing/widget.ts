import { queryOf, type Property } from './address.ts'
import { element } from '../base/html.ts'

/** A widget's settings (docs/widget.md). */
export type Widget = {
  as: (typeof WIDGET_KINDS)[number]
  /** Not used inline, where the survey is shown from the start. */
  when: (typeof WIDGET_MOMENTS)[number]
  seconds: number
  /** The scrolled part of the page, in per cent. */
  scrolled: number
  /** Days until the same visitor is asked again. */
  days: number
  language: string
}

export const WIDGET_KINDS = ['popover', 'dialog', 'inline'] as const
export const WIDGET_MOMENTS = ['after', 'scroll', 'exit', 'called'] as const

/** The widget's default. */
const DEFAULT_DAYS = 90

/** The script tag for a site. */
export function widgetTag(
  { url, slug }: { url: string; slug: string },
  { as, when, seconds, scrolled, days, language }: Widget,
  properties: Property[],
): string {
  const query = queryOf({ properties, language })
  const moments = {
    after: { 'data-after': String(seconds) },
    scroll: { 'data-scroll': String(scrolled) },
    exit: { 'data-exit': '' },
    called: {},
  }
  return element(
    'script',
    {
      async: '',
      src: new URL('../widget.js', url).href,
      'data-survey': slug,
      ...(as !== 'popover' && { 'data-as': as }),
      ...(as !== 'inline' && moments[when]),
      ...(as !== 'inline' && days !== DEFAULT_DAYS && { 'data-every': String(days) }),
      ...(query && { 'data-query': query }),
    },
    '',
  )
}

/** The directives that a site's content security policy needs. */
export function widgetPolicy(url: string): string {
  const { origin } = new URL(url)
  return `script-src ${origin}; frame-src ${origin}`
}
