import { LONGEST_COMMENT, isShown, type Answers } from '../../surveys/answers.ts'
import { digits, type Words } from '../../surveys/locales/index.ts'
import { SCALES, bandOf, isOnScale, type Band } from '../../surveys/scoring/metrics.ts'
import {
  askFor,
  isScored,
  mainQuestion,
  textIn,
  type ChoiceQuestion,
  type Question,
  type ScoredQuestion,
  type SurveyDefinition,
  type TextQuestion,
} from '../../surveys/survey.ts'
import { filled, type Asker } from './asker.ts'
import { html, type Markup } from './markup.ts'

/** A survey with what was said so far, right or wrong, and what is wrong with it. */
export type Sheet = Asker & {
  definition: SurveyDefinition
  words: Words
  answers: Record<string, unknown>
  /** What to put right, in the reader's words, and at which question. */
  problem?: { text: string; question?: string }
}

/**
 * All questions as form fields, the score first. Those that are not to be asked yet stand there
 * hidden and disabled: a browser without script doesn't send them, the script brings them out.
 */
export function questionFields(sheet: Sheet): Markup[] {
  const main = mainQuestion(sheet.definition)
  const others = sheet.definition.questions.filter((question) => question !== main)
  return [main, ...others].map((question) => fieldset(sheet, question, question === main))
}

/** The band of the score chosen so far, if one is. */
export function chosenBand({
  definition,
  answers,
}: Pick<Sheet, 'definition' | 'answers'>): Band | null {
  const main = mainQuestion(definition)
  const score = answers[main.id]
  return isOnScale(main.kind, score) ? bandOf(main.kind, score) : null
}

function fieldset(sheet: Sheet, question: Question, first: boolean): Markup {
  const later = first || isAsked(sheet, question) ? '' : 'hidden disabled'
  const condition = question.showIf
    ? html`data-if="${[question.showIf.question, ...question.showIf.bands].join(' ')}"`
    : ''
  return html`<fieldset
    name="${question.id}"
    class="${question.kind} ${first ? 'first' : 'more'}"
    role="${question.kind === 'text' ? 'none' : isMany(question) ? 'group' : 'radiogroup'}"
    ${condition}
    ${later}
  >
    ${fields(sheet, question, first)}
    <input type="hidden" name="asked" value="${question.id}" />
  </fieldset>`
}

function isAsked(sheet: Sheet, question: Question): boolean {
  const said = sheet.answers[question.id]
  if (typeof said === 'string' && said !== '') return true
  return (
    chosenBand(sheet) !== null &&
    isShown(sheet.definition, question, scoresIn(sheet.definition, sheet.answers))
  )
}

/** Of what was said, the scores that lie on their scales; the rest may be anything. */
function scoresIn(definition: SurveyDefinition, answers: Record<string, unknown>): Answers {
  return Object.fromEntries(
    definition.questions.flatMap((question): [string, number][] => {
      const score = answers[question.id]
      return isScored(question) && isOnScale(question.kind, score) ? [[question.id, score]] : []
    }),
  )
}

function fields(sheet: Sheet, question: Question, first: boolean): Markup {
  if (isScored(question)) return scoreFields(sheet, question, first)
  return question.kind === 'text' ? textField(sheet, question) : choiceFields(sheet, question)
}

function scoreFields(sheet: Sheet, question: ScoredQuestion, first: boolean): Markup {
  const { ask, low, high } = textIn(question.text, sheet.language, sheet.definition)
  const { min, max } = SCALES[question.kind]
  const wrong = wrongAt(sheet, question)
  const title = filled(ask, sheet)
  return html`<legend>
      ${first ? html`<h1>${title}</h1>` : html`<span class="ask">${title}</span>`}
    </legend>
    ${wrong && problemText(wrong)}
    <div class="scale">
      <span class="end" id="${question.id}-low">${low}</span>
      <div class="numbers">
        ${Array.from({ length: max - min + 1 }, (_, index) => min + index).map((value) => {
          const end = value === min ? 'low' : value === max ? 'high' : null
          return html`<label
            ><input
              type="radio"
              name="${question.id}"
              value="${value}"
              data-band="${bandOf(question.kind, value)}"
              ${end && html`aria-describedby="${question.id}-${end}"`}
              ${wrong && value === min && html`autofocus`}
              ${sheet.answers[question.id] === value && html`checked`}
            /><span>${digits(sheet.language, value)}</span></label
          >`
        })}
      </div>
      <span class="end" id="${question.id}-high">${high}</span>
    </div>`
}

function textField(sheet: Sheet, question: TextQuestion): Markup {
  const { ask, hint } = textIn(question.text, sheet.language, sheet.definition)
  const said = sheet.answers[question.id]
  const wrong = wrongAt(sheet, question)
  return html`<label class="ask" for="${question.id}"
      >${askText(sheet, ask)}<small>${sheet.words.optional}</small></label
    >
    ${wrong && problemText(wrong)}
    <textarea
      id="${question.id}"
      name="${question.id}"
      maxlength="${LONGEST_COMMENT}"
      dir="auto"
      ${hint && html`placeholder="${filled(hint, sheet)}"`}
      ${wrong && html`aria-invalid="true" aria-describedby="wrong" autofocus`}
    >
${typeof said === 'string' ? said.replaceAll('\0', '') : ''}</textarea>`
}

function choiceFields(sheet: Sheet, question: ChoiceQuestion): Markup {
  const { ask, options } = textIn(question.text, sheet.language, sheet.definition)
  const chosen = new Set([sheet.answers[question.id]].flat())
  const wrong = wrongAt(sheet, question)
  return html`<legend>
      <span class="ask">${askText(sheet, ask)}<small>${sheet.words.optional}</small></span>
    </legend>
    ${wrong && problemText(wrong)}
    ${question.options.map(
      (option) =>
        html`<label class="option"
          ><input
            type="${isMany(question) ? 'checkbox' : 'radio'}"
            name="${question.id}"
            value="${option}"
            ${chosen.has(option) && html`checked`}
          />${filled(options[option] ?? textIn(question.text, '', sheet.definition).options[option]!, sheet)}</label
        >`,
    )}`
}

/** The wording for the band chosen so far, with those for the others at hand for the script. */
function askText(sheet: Sheet, ask: string | Record<Band, string>): Markup {
  const now = filled(askFor(ask, chosenBand(sheet)), sheet)
  return typeof ask === 'string' ? html`${now}` : html`<span ${perBand(ask, sheet)}>${now}</span>`
}

/** The three wordings of a text as attributes of the element that shows one of them. */
export function perBand(texts: Record<Band, string>, asker: Asker): Markup {
  const { unhappy, neutral, happy } = texts
  return html`data-unhappy="${filled(unhappy, asker)}" data-neutral="${filled(neutral, asker)}"
  data-happy="${filled(happy, asker)}"`
}

export function problemText(text: string): Markup {
  return html`<p class="wrong" id="wrong" role="alert">${text}</p>`
}

function wrongAt({ problem }: Sheet, question: Question): string | undefined {
  return problem?.question === question.id ? problem.text : undefined
}

function isMany(question: Question): boolean {
  return question.kind === 'choices'
}
