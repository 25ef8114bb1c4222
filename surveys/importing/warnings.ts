import { isShortened, type Column } from './columns.ts'
import { holdsSentences } from './commentColumns.ts'
import type { Mapping, Role } from './mapping.ts'

/**
 * What whoever brings a file should know before it is stored: sentences that are left out, and numbers
 * that a spreadsheet shortened.
 */
export function warningsOf(columns: Column[], mapping: Mapping): string[] {
  return columns.flatMap((column, index) => {
    const { role } = mapping.columns[index]!
    const { name, exponents } = column
    const warnings: string[] = []
    if (role.kind === 'ignored' && role.why !== 'as asked' && holdsSentences(column))
      warnings.push(
        `"${name}" holds sentences and is left out; to keep them, give the survey a question of text and say --map QUESTION=${name}`,
      )
    if (exponents && isKept(role))
      warnings.push(
        `"${name}" has ${exponents} numbers like ${example(column)}, which a spreadsheet has shortened: different ones may have become the same; export the column anew as text`,
      )
    return warnings
  })
}

const isKept = ({ kind }: Role) => kind !== 'ignored' && kind !== 'answer' && kind !== 'date'

function example({ values }: Column): string {
  return [...values.keys()].find(isShortened) ?? '3.07446E+18'
}
