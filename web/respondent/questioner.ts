import { dirOf } from '../../surveys/locales/index.ts'

/** Who asks, in which language, and what is said quietly at the top: that this is a test. */
export type Questioner = { company: string; language: string; banner?: string | undefined }

/** A survey's text with the name of whoever asks in place of `{company}`. */
export function filled(text: string, { company, language }: Questioner): string {
  // Between right-to-left words a name such as "Acme 24/7" has to keep its own order.
  const name = dirOf(language) === 'rtl' ? `\u2068${company}\u2069` : company
  return text.replaceAll('{company}', () => name)
}
