import { beforeAll, expect, it, vi } from 'vitest'
import { ApiError } from '../../../../web/dashboard/base/client.ts'
import { chooseLanguage } from '../../../../web/dashboard/base/i18n.ts'
import { refusalsInWords } from '../../../../web/dashboard/base/refusals.ts'

beforeAll(async () => {
  vi.stubGlobal('localStorage', { setItem: () => {} })
  vi.stubGlobal('document', { documentElement: {} })
  await chooseLanguage('en')
})

const refused = (fields: string[], search: string) =>
  refusalsInWords(
    new ApiError(400, '', Object.fromEntries(fields.map((field) => [field, 'no']))),
    new URLSearchParams(search),
  )

it.each([
  [['from'], 'from=2026-02-30', 'From'],
  [['beforeTo'], 'beforeFrom=2026-01-01&beforeTo=soon', 'Compared with: To'],
  [['from', 'to'], 'from=2026-03-01&to=2026-02-01', '2026-03-01'],
  [['beforeTo'], 'beforeFrom=2026-01-01&beforeTo=2026-09-01', 'must end before'],
  [['against'], 'against=year', 'up to one year'],
  [['by'], 'by=day', 'weeks or months'],
  [['planet'], 'p.planet=Mars', 'planet'],
])('explains in one sentence what is wrong with %j of %s', (fields, search, part) => {
  const sentences = refused(fields, search)
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).toContain(part)
})

it('has no sentence for fields that the form doesn’t contain', () => {
  expect(refusalsInWords(new ApiError(500, ''), new URLSearchParams())).toEqual([])
  expect(refusalsInWords(new TypeError('offline'), new URLSearchParams())).toEqual([])
})
