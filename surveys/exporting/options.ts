import { LOCALES, wordsIn } from '../locales/index.ts'
import {
  OTHER,
  isChoice,
  optionsOf,
  textIn,
  type Question,
  type SurveyDefinition,
} from '../definition.ts'

/** Separates the options in one cell; no option's text may contain it. */
const SEPARATOR = ';'
/** Twenty options of 120 characters each fit. */
const LONGEST_LIST = 3_000

/**
 * Writes a question's chosen options into one cell: their labels at the time, or their ids if the
 * labels would not be read back as the same options.
 * @param survey the version that was answered
 * @param readers the question as it will be read: the same, or its later version
 * @param language of the response; '' if unknown
 */
export function writeOptions(
  survey: SurveyDefinition,
  question: Question,
  chosen: readonly string[],
  { readers, language }: { readers: Question; language: string },
): string {
  return chosen
    .map((option) => {
      const label = labelOf(survey, question, option, language)
      return !/[;"\r\n]/.test(label) && readOption(readers, label) === option ? label : option
    })
    .join(`${SEPARATOR} `)
}

/** The option with this id or label in any language; null for none. */
export function readOption(question: Question, text: string): string | null {
  return optionsOf(question).includes(text) ? text : (namesOf(question).get(fold(text)) ?? null)
}

/**
 * The options listed in a cell, separated by semicolons, commas, bars or lines, any of which may also
 * occur in a label.
 * @returns null if the cell contains anything else
 */
export function readOptions(question: Question, cell: string): string[] | null {
  const parts = cell.split(SEPARATOR).map((part) => readOption(question, part.trim()))
  return parts.every((option) => option !== null) ? parts : matchOptions(question, cell)
}

function matchOptions(question: Question, cell: string): string[] | null {
  const text = fold(cell)
  if (text.length > LONGEST_LIST) return null
  const known = [...namesOf(question), ...optionsOf(question).map((id) => [id, id] as const)]
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .toSorted(([one], [other]) => other.length - one.length)
  const deadEnds = new Set<number>()
  const matchFrom = (start: number): string[] | null => {
    if (deadEnds.has(start)) return null
    for (const [name, option] of known) {
      if (!text.startsWith(name, start)) continue
      const end = start + name.length
      if (end === text.length) return [option]
      const separator = /^\s*[;,|\n]\s*/.exec(text.slice(end, end + 20))?.[0]
      const rest = separator && matchFrom(end + separator.length)
      if (rest) return [option, ...rest]
    }
    deadEnds.add(start)
    return null
  }
  return matchFrom(0)
}

function labelOf(
  survey: SurveyDefinition,
  question: Question,
  option: string,
  language: string,
): string {
  const { yes, no, other } = wordsIn(language || survey.languages[0]!)
  if (!isChoice(question)) return { yes, no }[option] ?? option
  const label = textIn(question.text, language, survey).options[option]
  return label ?? (option === OTHER ? other : option)
}

const known = new WeakMap<Question, Map<string, string | null>>()

/** Label in any language → option; null for an ambiguous label. */
function namesOf(question: Question): Map<string, string | null> {
  let names = known.get(question)
  if (!names) {
    known.set(question, (names = new Map<string, string | null>()))
    for (const [name, option] of allNames(question)) {
      const other = names.get(fold(name))
      names.set(fold(name), other === undefined || other === option ? option : null)
    }
  }
  return names
}

function allNames(question: Question): [name: string, option: string][] {
  const words = Object.values(LOCALES)
  if (question.kind === 'yesno')
    return words.flatMap(({ yes, no }): [string, string][] => [
      [yes, 'yes'],
      [no, 'no'],
    ])
  if (!isChoice(question)) return []
  return [
    ...Object.values(question.text).flatMap(({ options }) =>
      question.options.flatMap((option): [string, string][] =>
        options[option] ? [[options[option], option]] : [],
      ),
    ),
    ...(question.other ? words.map(({ other }): [string, string] => [other, OTHER]) : []),
  ]
}

const fold = (text: string) => text.trim().toLowerCase()
