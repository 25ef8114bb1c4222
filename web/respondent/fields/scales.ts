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
  return html`<legend>
      ${
        first
          ? html`<h1>${title}</h1>`
          : html`<span class="ask">${title}&#32;<small>${sheet.words.optional}</small></span>`
      }
    </legend>
    ${error}
    <div class="scale ${display} ${rowsOf(max - min + 1)}">
      <span class="end" id="${question.id}-low">${endText(text.low)}</span>
      <div class="row">
        ${Array.from({ length: max - min + 1 }, (_, index) => min + index).map((value) => {
          const end = value === min ? 'low' : value === max ? 'high' : null
          const name = display !== 'numbers' && nameOfValue(sheet.language, question, value)
          return html`<label
            ><input
              type="radio"
              name="${question.id}"
              value="${value}"
              data-band="${isScored(question) ? bandOf(question.kind, value) : ''}"
              ${name && html`aria-label="${name}"`}
              ${value === min && attributes ? attributes : end && html`aria-describedby="${question.id}-${end}"`}
              ${sheet.answers[question.id] === value && html`checked`}
            /><span>${drawn(sheet.language, display, value)}</span></label
          >`
        })}
      </div>
      <span class="end" id="${question.id}-high">${endText(text.high)}</span>
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

/** How many stand in a row on a narrow screen, so that each is large enough for a thumb. */
function rowsOf(count: number): string {
  if (count > 10) return 'six'
  if (count > 7) return 'five'
  return count > 5 ? 'four' : ''
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
