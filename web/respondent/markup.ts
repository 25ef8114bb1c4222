import { html as spacious, raw } from 'hono/html'

export { raw }

/** Markup that is safe to send: everything that came from outside has been escaped. */
export type Markup = ReturnType<typeof raw>

/** Hono's `html` without the line breaks and indentation that are there for whoever reads the code. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  let tight = known.get(strings)
  if (!tight) known.set(strings, (tight = strings.map(tightened)))
  // Nothing asynchronous is ever put in, so that what comes out is markup and no promise of it.
  return spacious(tight as unknown as TemplateStringsArray, ...values) as Markup
}

const known = new WeakMap<TemplateStringsArray, string[]>()

function tightened(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/> (?=<|$)/g, '>')
    .replace(/^ (?=<)/, '')
    .replace(/ \/?>/g, '>')
}
