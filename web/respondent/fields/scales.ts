import { counted, digits, wordsIn } from '../../../surveys/locales/index.ts'
import { bandOf } from '../../../surveys/scoring/metrics.ts'
import {
  isScored,
  scaleOf,
  type Question,
  type ScaleQuestion,
  type ScoredQuestion,
  type SurveyDefinition,
} from '../../../surveys/definition.ts'
import { filled } from '../questioner.ts'
import { html, raw, type Markup } from '../markup.ts'
import { askText, errorAt, textOf, type Sheet, type Wording } from '../sheet.ts'

/** Numbers, stars or faces in a row from low to high, labelled at both ends. */
export function scaleFields(
  sheet: Sheet,
  question: ScoredQuestion | ScaleQuestion,
  first: boolean,
): Markup {
  const { text, questioner, as } = textOf<{ ask: Wording; low: string; high: string }>(
    sheet,
    question.text,
  )
  const { min, max } = scaleOf(question)!
  const { error, attributes } = errorAt(sheet, question.id)
  const title = askText(sheet, { text: text.ask, questioner, as })
  const display = displayOf(question)
  // In its own element, because the outer one follows the page's direction, as the numbers do.
  const endText = (words: string) =>
    as ? html`<span ${as}>${filled(words, questioner)}</span>` : filled(words, questioner)
  const end = (side: 'low' | 'high') =>
    html`<span class="end" id="${question.id}-${side}">${endText(text[side])}</span>`
  const field = (value: number) => {
    const side = value === min ? 'low' : value === max ? 'high' : null
    const name = display !== 'numbers' && nameOfValue(sheet.language, question, value)
    return html`<label
      ><input
        type="radio"
        name="${question.id}"
        value="${value}"
        data-band="${isScored(question) ? bandOf(question.kind, value) : ''}"
        ${name && html`aria-label="${name}"`}
        ${value === min && attributes ? attributes : side && html`aria-describedby="${question.id}-${side}"`}
        ${sheet.answers[question.id] === value && html`checked`}
      /><span>${drawn(sheet.language, display, value)}</span></label
    >`
  }
  const rows = rowsOf(Array.from({ length: max - min + 1 }, (_, index) => min + index))
  return html`<legend>
      ${
        first
          ? html`<h1>${title}</h1>`
          : html`<span class="ask">${title}&#32;<small>${sheet.words.optional}</small></span>`
      }
    </legend>
    ${error}
    <div class="scale ${display}">
      ${rows.map(
        (values, index) =>
          html`<div class="part n${values.length}">
            <div class="row">${values.map(field)}</div>
            ${index === 0 && end('low')}${index === rows.length - 1 && end('high')}
          </div>`,
      )}
    </div>`
}

type Display = 'numbers' | 'stars' | 'faces'

function displayOf(question: Question): Display {
  return isScored(question) ? (question.display ?? 'numbers') : 'numbers'
}

/** Whether any question has stars or faces, which have their own style. */
export function hasPictures({ questions }: SurveyDefinition): boolean {
  return questions.some((question) => displayOf(question) !== 'numbers')
}

/** Values in the two rows that a narrow screen needs for more than six, so that each is large enough. */
function rowsOf(values: number[]): number[][] {
  if (values.length < 7) return [values]
  const half = Math.ceil(values.length / 2)
  return [values.slice(0, half), values.slice(half)]
}

/** A value's name where it can't be drawn: "9", "4 stars", "Satisfied". */
export function nameOfValue(
  language: string,
  question: ScoredQuestion | ScaleQuestion,
  value: number,
): string {
  const words = wordsIn(language)
  const display = displayOf(question)
  if (display === 'stars') return counted(language, words.stars, value)
  return display === 'faces' ? words[`face${value}` as 'face1'] : digits(language, value)
}

function drawn(language: string, display: Display, value: number): Markup | string {
  if (display === 'numbers') return digits(language, value)
  return raw(
    `<svg viewBox="0 0 24 24"><path d="${display === 'stars' ? STAR : faceOf(value)}"/></svg>`,
  )
}

const STAR = 'M12 3l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3L3 9.6l6.3-.7z'

/** A circle, two eyes, and a mouth that curves with the value. */
function faceOf(value: number): string {
  const bend = [-5, -2, 0, 2, 5][value - 1]!
  return `M3 12a9 9 0 1 1 18 0a9 9 0 1 1-18 0M9 9v1M15 9v1M8 ${15.3 - bend / 4}q4 ${bend} 8 0`
}
