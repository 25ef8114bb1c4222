import { isShown, shownAnswers, type Answers } from '../../surveys/answers.ts'
import {
  mainQuestion,
  isScored,
  optionsOf,
  scaleOf,
  type Question,
} from '../../surveys/definition.ts'
import { choiceFields } from './fields/choices.ts'
import { scaleFields } from './fields/scales.ts'
import { contactField, textField } from './fields/texts.ts'
import { html, type Markup } from './markup.ts'
import { chosenBand, type Sheet } from './sheet.ts'

/**
 * All questions as form fields, the score first. Questions that don't apply yet are hidden and
 * disabled: without JavaScript they are not sent; the script shows them.
 */
export function questionFields(sheet: Sheet): Markup[] {
  const main = mainQuestion(sheet.definition)
  const others = sheet.definition.questions.filter((question) => question !== main)
  return [main, ...others].map((question) => fieldset(sheet, question, question === main))
}

function fieldset(sheet: Sheet, question: Question, first: boolean): Markup {
  const later = first || isAsked(sheet, question) ? '' : 'hidden disabled'
  const condition = !first && question.showIf && html`data-if="${conditionOf(question.showIf)}"`
  return html`<fieldset
    name="${question.id}"
    class="${first ? 'first' : 'more'}"
    role="${roleOf(question)}"
    ${condition}
    ${later}
  >
    ${fields(sheet, question, first)}
    <input type="hidden" name="asked" value="${question.id}" />
  </fieldset>`
}

function roleOf({ kind }: Question): string {
  if (kind === 'text' || kind === 'contact') return 'none'
  return kind === 'choices' ? 'group' : 'radiogroup'
}

/** A condition's question, and the bands, values or options that satisfy it. */
function conditionOf({ question, bands, values, options }: NonNullable<Question['showIf']>) {
  return [question, ...(bands ?? values ?? options ?? [])].join(' ')
}

function isAsked(sheet: Sheet, question: Question): boolean {
  const { definition, answers } = sheet
  if (typeof answers[question.id] === 'string' && answers[question.id] !== '') return true
  return (
    chosenBand(sheet) !== null &&
    isShown(definition, question, shownAnswers(definition, choicesIn(sheet)))
  )
}

/** The valid choices among the answers, which may be anything. */
function choicesIn({ definition, answers }: Sheet): Answers {
  const chosen = definition.questions.map((question): [string, Answers[string] | undefined] => {
    const answer = answers[question.id]
    const scale = scaleOf(question)
    if (scale) {
      const fits = Number.isInteger(answer) && (answer as number) >= scale.min
      return [question.id, fits && (answer as number) <= scale.max ? (answer as number) : undefined]
    }
    const options = optionsOf(question)
    const known = [answer].flat().filter((option) => options.includes(option as string))
    return [question.id, known.length ? (known as string[]) : undefined]
  })
  return Object.fromEntries(chosen.filter(([, answer]) => answer !== undefined)) as Answers
}

function fields(sheet: Sheet, question: Question, first: boolean): Markup {
  if (isScored(question) || question.kind === 'scale') return scaleFields(sheet, question, first)
  if (question.kind === 'text') return textField(sheet, question)
  return question.kind === 'contact' ? contactField(sheet, question) : choiceFields(sheet, question)
}
