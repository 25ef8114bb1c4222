import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { askPage } from '../../../web/respondent/page.ts'

const MOST_BYTES = 8 * 1024

const pages = Object.values(TEMPLATES).flatMap(({ id, definition }) =>
  definition.languages.map((language) => ({ id, definition, language })),
)

test.each(pages)('the $id page in $language stays within its bytes', ({ definition, language }) => {
  const page = askPage({
    definition,
    language,
    version: 1,
    company: 'Acme Corporation',
    token: 'x'.repeat(400),
    response: '019ab2f0-4c7d-7b1e-9d2c-1f6a5b3c8d9e',
    revision: 1,
    answers: {},
    addressIn: (other) => `?channel=email&agent=anna&lang=${other}`,
  })
  expect(gzipSync(page).length).toBeLessThanOrEqual(MOST_BYTES)
})
