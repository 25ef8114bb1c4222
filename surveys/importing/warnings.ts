import { isShortened, share, type Column } from './columns.ts'
import { holdsSentences } from './commentColumns.ts'
import type { Mapping, Role } from './mapping.ts'
import { isZone } from './dates/zones.ts'

/**
 * Warns, before a file is stored, of ignored sentences, numbers that a spreadsheet shortened, and time
 * zones in a separate column.
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
    if (exponents && isStored(role))
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

const isStored = ({ kind }: Role) => kind !== 'ignored' && kind !== 'answer' && kind !== 'date'

function example({ values }: Column): string {
  return [...values.keys()].find(isShortened) ?? '3.07446E+18'
}
