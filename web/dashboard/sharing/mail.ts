import { dirOf, digits } from '../../../surveys/locales/index.ts'
import { mainQuestion, textIn } from '../../../surveys/questions.ts'
import { SCALES } from '../../../surveys/scoring/metrics.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { filled } from '../../respondent/questioner.ts'
import { addressOf, type Property } from './address.ts'
import { element, escaped } from '../base/html.ts'

/** A survey's main question in an email, in which every number is a link. */
export type ScoreMail = {
  language: string
  dir: 'ltr' | 'rtl'
  ask: string
  /** Side by side if there is room, otherwise below each other. */
  rows: { text: string; address: string }[][]
  ends: string
}

/**
 * @param url      the survey's page
 * @param language one of the survey's
 */
export function scoreMail(
  definition: SurveyDefinition,
  questioner: { company: string; language: string },
  url: string,
  properties: Property[],
): ScoreMail {
  const { language } = questioner
  const question = mainQuestion(definition)
  const { ask, low, high } = textIn(question.text, language, definition)
  const { min, max } = SCALES[question.kind]
  const numbers = Array.from({ length: max - min + 1 }, (_, index) => {
    const score = min + index
    return {
      text: digits(language, score),
      address: addressOf(url, { properties, language, score }),
    }
  })
  const half = numbers.length > MOST_IN_ROW ? Math.ceil(numbers.length / 2) : numbers.length
  return {
    language,
    dir: dirOf(language),
    ask: filled(ask, questioner),
    rows: [numbers.slice(0, half), numbers.slice(half)].filter((row) => row.length > 0),
    ends: `${digits(language, min)} = ${filled(low, questioner)} · ${digits(language, max)} = ${filled(high, questioner)}`,
  }
}

/** Adds placeholders for the customer and the mail, so that all links of one mail save one response. */
export function forRecipient(properties: Property[]): Property[] {
  const isNamed = properties.some(({ name }) => name === 'customer' || name === 'email')
  return [
    ...properties,
    ...(isNamed ? [] : [{ name: 'customer', value: RECIPIENT }]),
    { name: 'set', value: MAIL },
  ]
}

export const RECIPIENT = '{{id}}'
export const MAIL = '{{mail}}'

/** Six targets of 44 px and their gaps fit into 320 px. */
const MOST_IN_ROW = 6

// Inline styles with light colours, because mail programs support little else.
export const MAIL_STYLES = {
  whole: 'width:100%;font-family:Arial,Helvetica,sans-serif;color:#1d2629;background:#ffffff',
  ask: 'padding:4px;font-size:18px;line-height:26px;font-weight:bold',
  number: 'padding:0;border:1px solid #6b777b;border-radius:6px',
  link: 'display:block;width:44px;height:44px;font-size:16px;line-height:44px;text-align:center;text-decoration:none;color:#07545c',
  ends: 'padding:4px;font-size:13px;line-height:20px;color:#4d5a5f',
}

/** Tables without images or scripts, which every mail program supports. */
export function mailHtml({ language, dir, ask, rows, ends }: ScoreMail): string {
  const start = dir === 'rtl' ? 'right' : 'left'
  const numbers = rows.map((row) =>
    table({ align: start, cellspacing: '4', dir }, line(row.map(numberCell).join(''))),
  )
  return table(
    { lang: language, dir, cellspacing: '0', style: MAIL_STYLES.whole },
    [
      line(cell(start, MAIL_STYLES.ask, escaped(ask))),
      line(element('td', { align: start }, numbers.join('\n'))),
      line(cell(start, MAIL_STYLES.ends, escaped(ends))),
    ].join('\n'),
  )
}

/** The same for a mail without HTML. */
export function mailText({ ask, rows, ends }: ScoreMail): string {
  const links = rows.flat().map(({ text, address }) => `${text}: ${address}`)
  return [ask, ends, '', ...links].join('\n')
}

function numberCell({ text, address }: { text: string; address: string }): string {
  const link = element('a', { href: address, style: MAIL_STYLES.link }, escaped(text))
  return cell('center', MAIL_STYLES.number, link)
}

const table = (attributes: Record<string, string>, content: string) =>
  element('table', { role: 'presentation', border: '0', cellpadding: '0', ...attributes }, content)

const line = (content: string) => element('tr', {}, content)

const cell = (align: string, style: string, content: string) =>
  element('td', { align, style }, content)
