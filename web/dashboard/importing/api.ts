import { answer, v1, type Result } from '../base/client.ts'

const file = v1['import-files'][':id']
const record = v1.imports[':id']

export const imports = async () => (await answer(v1.imports.$get())).imports
/** An import, and what undoing it would delete. */
export const readImport = (id: string) => answer(record.$get({ param: { id } }))
/** Also if people have worked on what is deleted, which the screen has shown by then. */
export const undoImport = (id: string) =>
  answer(record.$delete({ param: { id }, query: { confirmed: 'true' } }))

export const readImportFile = (id: string) => answer(file.$get({ param: { id } }))
export const changeSettings = (id: string, json: ImportSettings) =>
  answer(file.settings.$put({ param: { id }, json }))
export const startImport = (id: string, json: { skipRejected: boolean }) =>
  answer(file.storing.$put({ param: { id }, json }))
export const stopImport = (id: string) => answer(file.storing.$delete({ param: { id } }))

export type Import = Result<typeof imports>[number]
export type ImportFile = Result<typeof readImportFile>
export type ImportSettings = ImportFile['settings']
export type ImportColumn = ImportFile['columns'][number]
export type ImportPreview = NonNullable<ImportFile['preview']>
