import { z } from '@hono/zod-openapi'
import { oneOf } from '../base/filters.ts'

/** What else a workbook's address may say. */
export const sheetQuery = {
  direction: oneOf(['ltr', 'rtl'])
    .default('ltr')
    .openapi({ description: 'In which direction the sheet runs' }),
}

const CONTENT = {
  csv: { 'text/csv': { schema: z.string() } },
  xlsx: {
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      schema: z.string().openapi({ format: 'binary' }),
    },
  },
}

/** The responses of a route that sends a file. */
export const fileOf = <Kind extends keyof typeof CONTENT>(kind: Kind, description: string) => ({
  200: { description, content: CONTENT[kind] },
})
