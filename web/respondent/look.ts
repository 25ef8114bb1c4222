import { accentIn, type Scheme } from '../../surveys/contrast.ts'
import type { Look } from '../../surveys/definition.ts'
import dark from './dark.css?inline-style'

/** The styles that a survey's look adds to the page's, mostly other values of its variables. */
export function lookStyle(look: Look = PLAIN): string {
  let style = styles.get(look)
  if (style === undefined) styles.set(look, (style = make(look)))
  return style
}

/** The page's colour schemes, so that the browser draws its own controls to match. */
export function schemesOf({ scheme = 'auto' }: Look = PLAIN): string {
  return scheme === 'auto' ? 'light dark' : scheme
}

/** The logo's data URL; an SVG as text instead of base64 compresses to half the size. */
export function logoAddress(logo: string): string {
  if (!logo.startsWith(SVG)) return logo
  const text = Buffer.from(logo.slice(SVG.length), 'base64').toString()
  if (text.includes('\ufffd')) return logo
  // A URL may contain spaces, but browsers drop its line breaks.
  const inAddress = text.replace(/\s+/g, ' ').replace(/[%#]/g, encodeURIComponent)
  return `data:image/svg+xml,${inAddress}`
}

const SVG = 'data:image/svg+xml;base64,'
const PLAIN: Look = {}
const styles = new WeakMap<Look, string>()

function make({ colour, scheme = 'auto', size, corners, logo }: Look): string {
  const inDark = `${dark}${colour ? accent('dark', colour) : ''}${logo && scheme === 'auto' ? PLATE : ''}`
  return [
    scheme !== 'dark' && colour && accent('light', colour),
    scheme === 'auto' && `@media(prefers-color-scheme:dark){${inDark}}`,
    scheme === 'dark' && inDark,
    size === 'large' && ':root{font-size:112.5%}',
    corners && corners !== 'soft' && `:root{--corner:${CORNERS[corners]}}`,
  ]
    .filter(Boolean)
    .join('')
}

const CORNERS = { square: '0px', round: '26px' }

/** A logo made for white paper would be invisible in dark mode. */
const PLATE = '.who img{padding:6px;border-radius:6px;background:#fff}'

function accent(scheme: Scheme, colour: string): string {
  const { accent, tint } = accentIn(scheme, colour)
  return `:root{--accent:${accent};--tint:${tint}}`
}
