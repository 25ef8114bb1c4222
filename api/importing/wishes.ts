import { InvalidInput } from '../../surveys/errors.ts'

/**
 * Reads `--map score=Rating,comment=Why?`. A comma begins the next pair only where `role=` follows,
 * so that a column's name may have commas in it.
 * @returns column → role
 * @throws InvalidInput for a part without "="
 */
export function wishedColumns(given: string[]): Record<string, string> {
  const pairs = given.flatMap((text) => text.split(/,(?=\s*\w+=)/))
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, role, column] = /^\s*(\w+)=(.+?)\s*$/s.exec(pair) ?? []
      if (!role || !column)
        throw new InvalidInput([
          { field: 'map', message: `--map takes role=column, not "${pair}"` },
        ])
      return [column, role]
    }),
  )
}
