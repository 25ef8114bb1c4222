import { createHash } from 'node:crypto'
import { dirOf, wordsIn } from '../../surveys/locales/index.ts'
import { html, raw, type Markup } from './markup.ts'
import css from './page.css?inline-style'
// oxlint-disable-next-line import/default -- the build turns the module into its text
import script from './script.ts?inline-script'

/** What a page shows: its card, what stands quietly under it, and what the browser calls it. */
export type Shown = {
  language: string
  title: string
  company: string
  card: Markup
  below?: Markup
  /** Shown in a frame of another site, which then offers to close it. */
  framed?: boolean
}

/** A whole document. Style and script are inside it; nothing else is loaded. */
export function layout({ language, title, company, card, below, framed }: Shown): Markup {
  return html`<!doctype html>
    <html lang="${language}" dir="${dirOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${STYLE}
      </head>
      <body class="${framed ? 'framed' : 'alone'}">
        <main>
          ${framed && closing(language)}
          <p class="who">${company}</p>
          ${card}
        </main>
        ${below} ${SCRIPT}
      </body>
    </html>`
}

/** Hidden until the script, without which the site can't be told, brings it out. */
function closing(language: string): Markup {
  return html`<button type="button" class="close" hidden aria-label="${wordsIn(language).close}">
    ×
  </button>`
}

const STYLE = raw(`<style>${css}</style>`)
const SCRIPT = raw(`<script>${script}</script>`)

/**
 * What a browser lets the page do: run this script and this style, and talk to this server.
 * @param framedBy the sites that may show it in a frame
 */
export function contentSecurityPolicy(framedBy: readonly string[] = []): string {
  return `${POLICY}; frame-ancestors ${framedBy.join(' ') || "'none'"}`
}

const POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(css)}`,
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
