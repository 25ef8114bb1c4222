import { html as spacious, raw } from 'hono/html'

export { raw }

/** Safe markup: all input has been escaped. */
export type Markup = ReturnType<typeof raw>

/** Hono's `html` without line breaks and indentation. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  let tight = known.get(strings)
  if (!tight) known.set(strings, (tight = strings.map(tightened)))
  // Nothing asynchronous is inserted, so the result is markup, not a promise.
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
