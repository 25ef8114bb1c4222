import { LONGEST_LINE } from '../../../surveys/limits.ts'
import {
  OTHER,
  isChoice,
  optionsOf,
  otherWordsOf,
  type ChoiceQuestion,
  type YesNoQuestion,
} from '../../../surveys/definition.ts'
import { filled } from '../questioner.ts'
import { html, type Markup } from '../markup.ts'
import { askText, errorAt, textOf, written, type Sheet, type Wording } from '../sheet.ts'

/** Yes and no side by side, or options below each other, ending with "other" and its text field. */
export function choiceFields(sheet: Sheet, question: ChoiceQuestion | YesNoQuestion): Markup {
  const { text, ...by } = textOf<{ ask: Wording }>(sheet, question.text)
  const { error, attributes } = errorAt(sheet, question.id)
  const options = optionsOf(question).map((option, index) => {
    const input = optionField(sheet, question, option, index === 0 && attributes)
    return isChoice(question)
      ? html`<label class="option">${input}${optionText(sheet, question, option)}</label>`
      : html`<label>${input}<span>${sheet.words[option as 'yes' | 'no']}</span></label>`
  })
  return html`<legend class="ask">
      ${askText(sheet, { text: text.ask, ...by })}&#32;<small>${sheet.words.optional}</small>
    </legend>
    ${error}${isChoice(question) ? options : html`<div class="row">${options}</div>`}
    ${isChoice(question) && question.other && otherField(sheet, question)}`
}

function optionField(
  { answers }: Sheet,
  { id, kind }: ChoiceQuestion | YesNoQuestion,
  option: string,
  attributes: Markup | false | '',
): Markup {
  const chosen = [answers[id]].flat().includes(option)
  return html`<input
    type="${kind === 'choices' ? 'checkbox' : 'radio'}"
    name="${id}"
    value="${option}"
    ${attributes}
    ${chosen && html`checked`}
  />`
}

/** An option's text in the available language; "other" in the page's own words. */
function optionText(sheet: Sheet, { text }: ChoiceQuestion, option: string): Markup | string {
  if (option === OTHER && !textOf(sheet, text).text.options[OTHER]) return sheet.words.other
  const named = Object.entries(text).flatMap(([language, { options }]) =>
    options[option] === undefined ? [] : [[language, options[option]] as const],
  )
  const { text: name, questioner, as } = textOf<string>(sheet, Object.fromEntries(named))
  return as ? html`<span ${as}>${filled(name, questioner)}</span>` : filled(name, questioner)
}

function otherField(sheet: Sheet, { id }: ChoiceQuestion): Markup {
  const name = otherWordsOf(id)
  const { error, attributes } = errorAt(sheet, name)
  return html`${error}<input
      class="other"
      name="${name}"
      maxlength="${LONGEST_LINE}"
      aria-label="${sheet.words.otherWords}"
      placeholder="${sheet.words.otherWords}"
      value="${written(sheet, name)}"
      ${attributes}
    />`
}
