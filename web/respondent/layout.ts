import { createHash } from 'node:crypto'
import { dirOf } from '../../surveys/locales/index.ts'
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
}

/** A whole document. Style and script are inside it; nothing else is loaded. */
export function layout({ language, title, company, card, below }: Shown): Markup {
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
      <body>
        <main>
          <p class="who">${company}</p>
          ${card}
        </main>
        ${below} ${SCRIPT}
      </body>
    </html>`
}

const STYLE = raw(`<style>${css}</style>`)
const SCRIPT = raw(`<script>${script}</script>`)

/** What a browser lets the page do: run this script and this style, and talk to this server. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(css)}`,
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
