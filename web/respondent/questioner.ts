import { dirOf } from '../../surveys/locales/index.ts'

/** The company, the language, and the banner at the top, such as for a test. */
export type Questioner = { company: string; language: string; banner?: string | undefined }

/** A survey's text with the company's name in place of `{company}`. */
export function filled(text: string, { company, language }: Questioner): string {
  // Isolates a name such as "Acme 24/7" within right-to-left text.
  const name = dirOf(language) === 'rtl' ? `\u2068${company}\u2069` : company
  return text.replaceAll('{company}', () => name)
}
