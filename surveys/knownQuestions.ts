import {
  askFor,
  isChoice,
  optionsOf,
  scaleOf,
  textIn,
  OTHER,
  type Question,
  type QuestionKind,
  type SurveyDefinition,
} from './definition.ts'
import { wordsIn } from './locales/index.ts'

/** A question that a survey asks or asked, with every answer to choose from that was ever published. */
export type KnownQuestion = {
  question: string
  kind: QuestionKind
  ask: string
  /** Whether the survey still asks it. */
  isAsked: boolean
  /** Numbers, from the lowest, or options, those still offered first; empty for free text. */
  options: KnownOption[]
  /** The condition on which it is asked; null if everyone is asked. */
  showIf: NonNullable<Question['showIf']> | null
}

type KnownOption = { value: string; text: string; isOffered: boolean }

/**
 * Lists the questions of all versions, those asked now first.
 * @param versions the current definition, then every published version, newest first; the newest that has
 *   a question or option gives its text
 * @param language of the texts, where a survey has it; otherwise the survey's first
 */
export function knownQuestions(versions: SurveyDefinition[], language?: string): KnownQuestion[] {
  const found = new Map<string, KnownQuestion>()
  versions.forEach((definition, age) => {
    const isCurrent = age === 0
    for (const question of definition.questions) {
      const options = optionsIn(definition, question, language)
      const known = found.get(question.id)
      if (!known)
        found.set(question.id, {
          question: question.id,
          kind: question.kind,
          ask: askOf(definition, question, language),
          isAsked: isCurrent,
          options: options.map((option) => ({ ...option, isOffered: isCurrent })),
          showIf: question.showIf ?? null,
        })
      else known.options = withEarlier(known.options, options)
    }
  })
  return [...found.values()]
}

/** Adds the options of an earlier version that a later one doesn't have. */
function withEarlier(known: KnownOption[], earlier: Omit<KnownOption, 'isOffered'>[]) {
  const gone = earlier.filter(({ value }) => known.every((each) => each.value !== value))
  const all = [...known, ...gone.map((option) => ({ ...option, isOffered: false }))]
  const isNumeric = all.every(({ value }) => /^\d+$/.test(value))
  return isNumeric ? all.toSorted((one, other) => Number(one.value) - Number(other.value)) : all
}

function askOf(definition: SurveyDefinition, question: Question, language?: string): string {
  const { ask } = textIn<{ ask: Parameters<typeof askFor>[0] }>(
    question.text,
    language ?? definition.languages[0]!,
    definition,
  )
  return askFor(ask, null)
}

function optionsIn(definition: SurveyDefinition, question: Question, wanted?: string) {
  const scale = scaleOf(question)
  if (scale)
    return Array.from({ length: scale.max - scale.min + 1 }, (_, step) => {
      const value = String(scale.min + step)
      return { value, text: value }
    })
  const fallback = definition.languages[0]!
  const language = wanted && question.text[wanted] ? wanted : fallback
  const words = wordsIn(language)
  const own: Record<string, string> = { yes: words.yes, no: words.no, [OTHER]: words.other }
  const labelsIn = (code: string) =>
    isChoice(question) ? textIn(question.text, code, definition).options : {}
  const labels = { ...labelsIn(fallback), ...labelsIn(language) }
  return optionsOf(question).map((value) => ({ value, text: labels[value] ?? own[value] ?? value }))
}
