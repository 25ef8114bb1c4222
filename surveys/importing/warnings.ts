import { isShortened, share, type Column } from './columns.ts'
import { holdsSentences } from './commentColumns.ts'
import type { Mapping, Role } from './mapping.ts'
import { isZone } from './dates/zones.ts'

/**
 * What whoever brings a file should know before it is stored: sentences that are left out, numbers
 * that a spreadsheet shortened, and time zones in a column of their own.
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
    if (holdsZones(column))
      warnings.push(
        `"${name}" holds time zones, which are not heeded: times are read in ${mapping.zone?.name ?? "the workspace's"}, and --time-zone says another for all rows`,
      )
    return warnings
  })
}

const holdsZones = (column: Column) =>
  !column.more && column.filled > 0 && column.longest > 1 && share(column, isZone) > 0.8

const isKept = ({ kind }: Role) => kind !== 'ignored' && kind !== 'answer' && kind !== 'date'

function example({ values }: Column): string {
  return [...values.keys()].find(isShortened) ?? '3.07446E+18'
}
