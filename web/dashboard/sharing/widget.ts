import { queryOf, type Property } from './address.ts'
import { element } from '../base/html.ts'

/** How a survey is to be shown on another site (docs/widget.md). */
export type Widget = {
  as: (typeof WIDGET_KINDS)[number]
  /** Not for one in its place, which is there from the start. */
  when: (typeof WIDGET_MOMENTS)[number]
  seconds: number
  /** How much of the page is scrolled, in per cent. */
  scrolled: number
  /** Days for which one visitor is not asked again. */
  days: number
  language: string
}

export const WIDGET_KINDS = ['popover', 'dialog', 'inline'] as const
export const WIDGET_MOMENTS = ['after', 'scroll', 'exit', 'called'] as const

/** Days that the widget takes if it is told nothing. */
const USUAL_DAYS = 90

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
      ...(as !== 'inline' && days !== USUAL_DAYS && { 'data-every': String(days) }),
      ...(query && { 'data-query': query }),
    },
    '',
  )
}

/** What a site with a strict content security policy has to allow. */
export function widgetPolicy(url: string): string {
  const { origin } = new URL(url)
  return `script-src ${origin}; frame-src ${origin}`
}
