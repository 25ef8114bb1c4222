import { namesOf, isScored, type SurveyDefinition } from '../definition.ts'
import type { Column } from './columns.ts'
import { hintsOf } from './headers.ts'
import type { Mapping, Overrides, Role } from './mapping.ts'
import { isNamedAfter, isNamedScore } from './scoreColumns.ts'

/**
 * How a column was recognised: chosen by the user, exported by Ohlas, by its name and content, or by its
 * content alone, which the user should check.
 */
export type Sureness = 'chosen' | 'export' | 'name' | 'content'

/** @returns null for a property or an ignored column, in which nothing was recognised */
export function surenessOf(
  column: Column,
  role: Role,
  {
    overrides,
    mapping,
    survey,
  }: { overrides: Overrides; mapping: Mapping; survey: SurveyDefinition },
): Sureness | null {
  if (column.name in overrides.columns) return 'chosen'
  if (role.kind === 'ignored' || role.kind === 'property' || role.kind === 'personal') return null
  if (mapping.ownRoles) return 'export'
  return isNamedFor(column, role, survey) ? 'name' : 'content'
}

function isNamedFor(column: Column, role: Role, survey: SurveyDefinition): boolean {
  const hints: Set<string> = hintsOf(column.name)
  if (role.kind !== 'answer') return hints.has(role.kind)
  const question = survey.questions.find((each) => namesOf(each).includes(role.question))!
  if (isScored(question)) return isNamedScore(column, question)
  return isNamedAfter(column.name, question) || (question.kind === 'text' && hints.has('comment'))
}
