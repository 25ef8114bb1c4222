import { addCell, newColumn } from '../../surveys/importing/columns.ts'
import { mapColumns, type Overrides } from '../../surveys/importing/mapping.ts'
import { TEMPLATES, definitionFrom } from '../../surveys/templates/index.ts'

const nps = definitionFrom(TEMPLATES.nps)

/** Maps the columns of a table written as text, one row per line with `|` between cells. */
export function mappingOf(text: string, overrides: Partial<Overrides> = {}, survey = nps) {
  const [header, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const columns = header!.map((name) => newColumn(name))
  for (const row of rows) columns.forEach((column, index) => addCell(column, row[index] ?? ''))
  return mapColumns(columns, survey, { columns: {}, ...overrides })
}

/** Returns column → role, abbreviated. */
export function rolesOf(...given: Parameters<typeof mappingOf>) {
  return Object.fromEntries(
    mappingOf(...given).columns.map(({ name, role }) => [
      name,
      role.kind === 'answer'
        ? `answer ${role.question}`
        : role.kind === 'property'
          ? `property ${role.property}`
          : role.kind,
    ]),
  )
}
