import { FORM_FIELDS, IDENTIFIER, namesOf, OTHER } from '../../../../surveys/questions.ts'
import type { ChoiceQuestion, Question, SurveyDraft } from '../../../../surveys/definition.ts'
import { mapTexts, withOptions } from './options.ts'
import { withQuestion } from './questions.ts'

/** The names that published versions have used: question ids with their options. */
export type PublishedNames = Record<string, string[]>

/** Why a name can't be used: its format, another question or option has it, or a version has used it. */
export type NameProblem = 'format' | 'taken' | 'published'

/** The name of an input. */
export function nameFrom(input: string): string {
  return input
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

/** Why a question can't have a name; null if it can. */
export function questionNameProblem(
  draft: SurveyDraft,
  index: number,
  name: string,
  published: PublishedNames,
): NameProblem | null {
  const others = draft.questions.filter((_, at) => at !== index)
  const taken = new Set([...FORM_FIELDS, ...others.flatMap(namesOf)])
  const renamed = { ...draft.questions[index]!, id: name }
  if (!IDENTIFIER.test(name)) return 'format'
  if (namesOf(renamed).some((each) => taken.has(each))) return 'taken'
  return name in published ? 'published' : null
}

/** Why a question's option can't have a name; null if it can. */
export function optionNameProblem(
  question: ChoiceQuestion,
  option: string,
  name: string,
  published: PublishedNames,
): NameProblem | null {
  const others = question.options.filter((each) => each !== option)
  if (!IDENTIFIER.test(name)) return 'format'
  if (others.includes(name) || name === OTHER) return 'taken'
  return published[question.id]?.includes(name) ? 'published' : null
}

/** Renames a question, also in conditions. */
export function withName(draft: SurveyDraft, index: number, name: string): SurveyDraft {
  const before = draft.questions[index]!.id
  const renamed = withQuestion(draft, index, (question) => ({ ...question, id: name }))
  return withConditions(renamed, before, (showIf) => ({ ...showIf, question: name }))
}

/** Renames an option, also in conditions and in every language. */
export function withOptionName(
  draft: SurveyDraft,
  index: number,
  option: string,
  name: string,
): SurveyDraft {
  const renamed = (each: string) => (each === option ? name : each)
  const changed = withOptions(draft, index, (question) => ({
    ...question,
    options: question.options.map(renamed),
    text: mapTexts(question, (texts) =>
      Object.fromEntries(Object.entries(texts).map(([each, words]) => [renamed(each), words])),
    ),
  }))
  return withConditions(changed, draft.questions[index]!.id, (showIf) =>
    showIf.options ? { ...showIf, options: showIf.options.map(renamed) } : showIf,
  )
}

/** Changes the conditions that depend on a question. */
function withConditions(
  draft: SurveyDraft,
  id: string,
  change: (showIf: NonNullable<Question['showIf']>) => Question['showIf'],
): SurveyDraft {
  return {
    ...draft,
    questions: draft.questions.map((question) =>
      question.showIf?.question === id
        ? { ...question, showIf: change(question.showIf) }
        : question,
    ),
  }
}
