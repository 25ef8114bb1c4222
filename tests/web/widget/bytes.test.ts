import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { WIDGET } from '../../../web/widget/index.ts'

test('the script that sites embed stays within two kilobytes', () => {
  expect(gzipSync(WIDGET).length).toBeLessThanOrEqual(2 * 1024)
})
