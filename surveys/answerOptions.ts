import {
  askFor,
  isChoice,
  optionsOf,
  scaleOf,
  textIn,
  OTHER,
  type Question,
  type SurveyDefinition,
} from './definition.ts'
import { wordsIn } from './locales/index.ts'

/** A question with a limited number of answers, which responses can be filtered by. */
export type AnswerOptions = {
  question: string
  ask: string
  options: { value: string; text: string }[]
}

/**
 * Lists the questions whose answers are numbers or options, with every option that was ever published.
 * @param versions every version, newest first; the newest that has a question or option gives its text
 */
export function answerOptions(versions: SurveyDefinition[]): AnswerOptions[] {
  const found = new Map<string, AnswerOptions>()
  for (const definition of versions)
    for (const question of definition.questions) {
      const options = optionsIn(definition, question)
      if (!options.length) continue
      const known = found.get(question.id)
      if (!known)
        found.set(question.id, { question: question.id, ask: askOf(definition, question), options })
      else
        known.options.push(
          ...options.filter(({ value }) => known.options.every((each) => each.value !== value)),
        )
    }
  return [...found.values()]
}

function askOf(definition: SurveyDefinition, question: Question): string {
  const { ask } = textIn<{ ask: Parameters<typeof askFor>[0] }>(
    question.text,
    definition.languages[0]!,
    definition,
  )
  return askFor(ask, null)
}

function optionsIn(definition: SurveyDefinition, question: Question) {
  const scale = scaleOf(question)
  if (scale)
    return Array.from({ length: scale.max - scale.min + 1 }, (_, step) => {
      const value = String(scale.min + step)
      return { value, text: value }
    })
  const language = definition.languages[0]!
  const words = wordsIn(language)
  const own: Record<string, string> = { yes: words.yes, no: words.no, [OTHER]: words.other }
  const labels = isChoice(question) ? textIn(question.text, language, definition).options : {}
  return optionsOf(question).map((value) => ({ value, text: labels[value] ?? own[value] ?? value }))
}
