import { createHash } from 'node:crypto'
import { dirOf, wordsIn } from '../../surveys/locales/index.ts'
import type { Look, SurveyDefinition } from '../../surveys/definition.ts'
import framedCss from './framed.css?inline-style'
// oxlint-disable-next-line import/default -- the build turns the module into its text
import framedScript from './framed.ts?inline-script'
import kioskCss from './kiosk/kiosk.css?inline-style'
// oxlint-disable-next-line import/default -- the build turns the module into its text
import kioskScript from './kiosk/kiosk.ts?inline-script'
import { kioskBar } from './kiosk/bar.ts'
import { html, raw, type Markup } from './markup.ts'
import { logoAddress, lookStyle, schemesOf } from './look.ts'
import pageCss from './page.css?inline-style'
import picturesCss from './pictures.css?inline-style'
import questionsCss from './questions.css?inline-style'
// oxlint-disable-next-line import/default -- the build turns the module into its text
import script from './script.ts?inline-script'

/** A page's card, the quiet part below it, and its title. */
export type Shown = {
  language: string
  title: string
  company: string
  look?: Look | undefined
  /** Whether it has stars or faces. */
  pictures?: boolean
  /** A banner at the top. */
  banner?: string | undefined
  card: Markup
  below?: Markup
  via?: Via
}

/** In another site's frame, which can then be closed, or on a shared screen. */
export type Via = 'widget' | 'kiosk' | undefined

/** A whole document, with inline style and script; nothing else is loaded. */
export function layout(shown: Shown): Markup {
  const { language, title, company, look, pictures, banner, card, below, via } = shown
  const framed = via === 'widget'
  const kiosk = via === 'kiosk'
  return html`<!doctype html>
    <html lang="${language}" dir="${dirOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="${schemesOf(look)}" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${styleOf(css)}${pictures && styleOf(picturesCss)}${styleOf(lookStyle(look))}${framed && styleOf(framedCss)}${kiosk && styleOf(kioskCss)}
      </head>
      <body class="${framed ? 'framed' : kiosk ? 'kiosk' : 'alone'}">
        ${banner && html`<p class="banner">${banner}</p>`}
        <main>
          ${framed && closeButton(language)}
          <p class="who">
            ${look?.logo ? html`<img src="${logoAddress(look.logo)}" alt="${company}" />` : company}
          </p>
          ${card}
        </main>
        ${below} ${kiosk && kioskBar(language)}
        ${framed && scriptOf(framedScript)}${scriptOf(kiosk ? kioskScript : script)}
      </body>
    </html>`
}

/** The close button, hidden until the script, which tells the site, shows it. */
function closeButton(language: string): Markup {
  return html`<button type="button" class="close" hidden aria-label="${wordsIn(language).close}">
    ×
  </button>`
}

const css = pageCss + questionsCss
const styleOf = (text: string) => raw(`<style>${text}</style>`)
const scriptOf = (text: string) => raw(`<script>${text}</script>`)

/** The page's content security policy: this script, these styles, and this server. */
export function contentSecurityPolicy({
  look,
  sites = [],
}: Pick<SurveyDefinition, 'look' | 'sites'> = {}): string {
  return `${POLICY}; style-src ${STYLE_HASHES} ${lookHash(look)}; frame-ancestors ${sites.join(' ') || "'none'"}`
}

const POLICY = [
  "default-src 'none'",
  // Also allows the server's own scripts: the solver of proofs of work.
  `script-src ${[script, framedScript, kioskScript].map(hashOf).join(' ')} 'self'`,
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')
const STYLE_HASHES = [css, picturesCss, framedCss, kioskCss].map(hashOf).join(' ')
const PLAIN: Look = {}
const hashes = new WeakMap<Look, string>()

function lookHash(look: Look = PLAIN): string {
  let hash = hashes.get(look)
  if (!hash) hashes.set(look, (hash = hashOf(lookStyle(look))))
  return hash
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
