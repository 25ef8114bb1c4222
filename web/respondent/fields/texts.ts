import { EMAIL_END } from '../../../surveys/answers.ts'
import { LONGEST_COMMENT, LONGEST_LINE } from '../../../surveys/limits.ts'
import type { ContactQuestion, TextQuestion } from '../../../surveys/definition.ts'
import { filled } from '../questioner.ts'
import { html, type Markup } from '../markup.ts'
import { askText, errorAt, textOf, written, type Sheet, type Wording } from '../sheet.ts'

/** A field of one line or several. */
export function textField(sheet: Sheet, question: TextQuestion): Markup {
  const { id, short } = question
  const { text, questioner } = textOf(sheet, question.text)
  const { error, attributes } = errorAt(sheet, id)
  const common = html`id="${id}-field" name="${id}"
  ${text.hint && html`placeholder="${filled(text.hint, questioner)}"`} ${attributes}`
  const line = html`<input maxlength="${LONGEST_LINE}" value="${written(sheet, id)}" ${common} />`
  const lines = html`<textarea maxlength="${LONGEST_COMMENT}" ${common}>
${written(sheet, id)}</textarea>`
  return html`${label(sheet, question)}${error}${short ? line : lines}`
}

/** A field for an email address; the script reports an invalid one before it is sent. */
export function contactField(sheet: Sheet, question: ContactQuestion): Markup {
  const { id } = question
  const { error, attributes } = errorAt(sheet, id)
  const hiddenError = html`<p class="wrong" id="${id}-wrong" role="alert" hidden>
    ${sheet.words.emailWrong}
  </p>`
  return html`${label(sheet, question)}${error || hiddenError}<input
      id="${id}-field"
      name="${id}"
      type="email"
      autocomplete="${sheet.via === 'kiosk' ? 'off' : 'email'}"
      pattern="${EMAIL_END}"
      maxlength="254"
      placeholder="${sheet.words.email}"
      value="${written(sheet, id)}"
      ${attributes}
    />`
}

function label(sheet: Sheet, { id, text }: TextQuestion | ContactQuestion): Markup {
  const { text: own, ...by } = textOf<{ ask: Wording }>(sheet, text)
  return html`<label class="ask" for="${id}-field"
    >${askText(sheet, { text: own.ask, ...by })}&#32;<small>${sheet.words.optional}</small></label
  >`
}
