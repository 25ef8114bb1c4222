import { LONGEST_COMMENT, LONGEST_LINE, isShown, type Answers } from '../../surveys/answers.ts'
import { digits, type Words } from '../../surveys/locales/index.ts'
import { bandOf, isOnScale, type Band } from '../../surveys/scoring/metrics.ts'
import {
  askFor,
  isChoice,
  isScored,
  mainQuestion,
  optionsOf,
  otherWordsOf,
  scaleOf,
  textIn,
  type ChoiceQuestion,
  type ContactQuestion,
  type Question,
  type ScaleQuestion,
  type ScoredQuestion,
  type SurveyDefinition,
  type TextQuestion,
  type YesNoQuestion,
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
  const condition = question.showIf ? html`data-if="${conditionOf(question.showIf)}"` : ''
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

/** The question asked about, and the bands, values or options of which one has to be its answer. */
function conditionOf({ question, bands, values, options }: NonNullable<Question['showIf']>) {
  return [question, ...(bands ?? values ?? options ?? [])].join(' ')
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
  if (isScored(question) || question.kind === 'scale') return scaleFields(sheet, question, first)
  if (question.kind === 'text') return textField(sheet, question)
  return question.kind === 'contact' ? contactField(sheet, question) : choiceFields(sheet, question)
}

function scaleFields(
  sheet: Sheet,
  question: ScoredQuestion | ScaleQuestion,
  first: boolean,
): Markup {
  const { ask, low, high } = textIn<{ ask: Wording; low: string; high: string }>(
    question.text,
    sheet.language,
    sheet.definition,
  )
  const { min, max } = scaleOf(question)!
  const wrong = wrongAt(sheet, question)
  const title = askText(sheet, ask)
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
              ${isScored(question) && html`data-band="${bandOf(question.kind, value)}"`}
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

function contactField(sheet: Sheet, question: ContactQuestion): Markup {
  const { ask } = textIn(question.text, sheet.language, sheet.definition)
  const said = sheet.answers[question.id]
  const wrong = wrongAt(sheet, question)
  return html`<label class="ask" for="${question.id}"
      >${askText(sheet, ask)}<small>${sheet.words.optional}</small></label
    >
    ${wrong && problemText(wrong)}
    <input
      id="${question.id}"
      name="${question.id}"
      type="email"
      autocomplete="email"
      maxlength="254"
      dir="ltr"
      placeholder="${sheet.words.email}"
      ${typeof said === 'string' && html`value="${said}"`}
      ${wrong && html`aria-invalid="true" aria-describedby="wrong" autofocus`}
    />`
}

function choiceFields(sheet: Sheet, question: ChoiceQuestion | YesNoQuestion): Markup {
  const { ask } = textIn<{ ask: Wording }>(question.text, sheet.language, sheet.definition)
  const chosen = new Set([sheet.answers[question.id]].flat())
  const wrong = wrongAt(sheet, question)
  return html`<legend>
      <span class="ask">${askText(sheet, ask)}<small>${sheet.words.optional}</small></span>
    </legend>
    ${wrong && problemText(wrong)}
    ${optionsOf(question).map(
      (option) =>
        html`<label class="option"
          ><input
            type="${isMany(question) ? 'checkbox' : 'radio'}"
            name="${question.id}"
            value="${option}"
            ${chosen.has(option) && html`checked`}
          />${optionText(sheet, question, option)}</label
        >`,
    )}
    ${isChoice(question) && question.other && otherField(sheet, question)}`
}

/** What an option says: in the survey's own words, or for yes, no and "other" in the page's. */
function optionText(
  sheet: Sheet,
  question: ChoiceQuestion | YesNoQuestion,
  option: string,
): string {
  const { yes, no, other } = sheet.words
  if (!isChoice(question)) return option === 'yes' ? yes : no
  const named =
    textIn(question.text, sheet.language, sheet.definition).options[option] ??
    textIn(question.text, '', sheet.definition).options[option]
  return named === undefined ? other : filled(named, sheet)
}

function otherField(sheet: Sheet, { id }: ChoiceQuestion): Markup {
  const name = otherWordsOf(id)
  const said = sheet.answers[name]
  return html`<input
    name="${name}"
    maxlength="${LONGEST_LINE}"
    dir="auto"
    aria-label="${sheet.words.otherWords}"
    placeholder="${sheet.words.otherWords}"
    ${typeof said === 'string' && html`value="${said}"`}
  />`
}

type Wording = string | Record<Band, string>

/** The wording for the band chosen so far, with those for the others at hand for the script. */
function askText(sheet: Sheet, ask: Wording): Markup {
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
