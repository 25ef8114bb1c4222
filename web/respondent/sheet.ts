import { dirOf, type Words } from '../../surveys/locales/index.ts'
import { bandOf, isOnScale, type Band } from '../../surveys/scoring/metrics.ts'
import { askFor, mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'
import { filled, type Questioner } from './questioner.ts'
import type { Via } from './layout.ts'
import { html, type Markup } from './markup.ts'

/** A survey with the answers so far, valid or not, and their errors. */
export type Sheet = Questioner & {
  definition: SurveyDefinition
  words: Words
  answers: Record<string, unknown>
  problems?: Problem[]
  via?: Via
}

/** An error in the reader's language, and its field. */
export type Problem = { text: string; field?: string }

export type Wording = string | Record<Band, string>

/** A text of the survey, and its actual language. */
export type TextInLanguage<T> = { text: T; questioner: Questioner; as: Markup | '' }

/** The text in the reader's language, else in the survey's first one with attributes that mark it. */
export function textOf<T>(
  { company, language, definition }: Questioner & { definition: SurveyDefinition },
  texts: Record<string, T>,
): TextInLanguage<T> {
  const spoken = texts[language] === undefined ? definition.languages[0]! : language
  return {
    text: texts[spoken]!,
    questioner: { company, language: spoken },
    as: spoken === language ? '' : html`lang="${spoken}" dir="${dirOf(spoken)}"`,
  }
}

/** The band of the chosen score, if there is one. */
export function chosenBand({
  definition,
  answers,
}: Pick<Sheet, 'definition' | 'answers'>): Band | null {
  const main = mainQuestion(definition)
  const score = answers[main.id]
  return isOnScale(main.kind, score) ? bandOf(main.kind, score) : null
}

/** The wording for the chosen band, with the others as attributes for the script. */
export function askText(sheet: Sheet, ask: TextInLanguage<Wording>): Markup {
  const { text, questioner, as } = ask
  const wording = filled(askFor(text, chosenBand(sheet)), questioner)
  const bands = typeof text === 'string' ? '' : perBand(text, questioner)
  return as || bands ? html`<span ${as} ${bands}>${wording}</span>` : html`${wording}`
}

/** A text's three wordings, as attributes of the element that shows one of them. */
export function perBand(texts: Record<Band, string>, questioner: Questioner): Markup {
  const { unhappy, neutral, happy } = texts
  return html`data-unhappy="${filled(unhappy, questioner)}"
  data-neutral="${filled(neutral, questioner)}" data-happy="${filled(happy, questioner)}"`
}

type FieldError = { error: Markup | ''; attributes: Markup | '' }

/** A field's error, shown above it, and the attributes that connect them. */
export function errorAt({ problems = [] }: Sheet, field: string): FieldError {
  const problem = problems.find((each) => each.field === field)
  if (!problem) return { error: '', attributes: '' }
  return {
    error: problemText(problem.text, `${field}-wrong`),
    attributes: html`aria-invalid="true" aria-describedby="${field}-wrong"
    ${problem === problems.find((each) => each.field) && html`autofocus`}`,
  }
}

export function problemText(text: string, id: string): Markup {
  return html`<p class="wrong" id="${id}" role="alert">${text}</p>`
}

/** A field's text, to fill it in again. */
export function written({ answers }: Sheet, field: string): string {
  const text = answers[field]
  return typeof text === 'string' ? text.replaceAll('\0', '') : ''
}
