import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import { addressOf } from '../../../../web/dashboard/sharing/address.ts'
import { codeOf, pixelsOf, svgOf } from '../../../../web/dashboard/base/qrCode.ts'

const SIZE = 512
const PAGE = 'https://ask.example.com/s/after-support'

it.each([
  PAGE,
  addressOf(PAGE, { properties: [{ name: 'stůl', value: '"5" & <6> שלום' }], language: 'cs' }),
  addressOf(PAGE, { properties: [{ name: 'note', value: 'x'.repeat(200) }] }),
])('draws a code that a reader reads back as %s', async (address) => {
  const pixels = pixelsOf(await codeOf(address), SIZE)
  expect(jsQR(pixels, SIZE, SIZE)?.data).toBe(address)
})

it('keeps four modules of white around the code, and draws nothing but black on white', async () => {
  const modules = await codeOf(PAGE)
  const outer = modules.flatMap((row, y) =>
    row.filter((_, x) => Math.min(x, y, row.length - 1 - x, modules.length - 1 - y) < 4),
  )
  expect(outer).not.toContain(true)
  expect(modules[4]![4]).toBe(true)
  expect(new Set(new Uint32Array(pixelsOf(modules, SIZE).buffer))).toEqual(
    new Set([0xffffffff, 0xff000000]),
  )
})

it('writes an SVG of the same modules', async () => {
  const modules = await codeOf(PAGE)
  const dark = [...svgOf(modules).matchAll(/M\d+ \d+h(\d+)v1h-\1z/g)]
  expect(dark.reduce((sum, [, length]) => sum + Number(length), 0)).toBe(
    modules.flat().filter(Boolean).length,
  )
})

it('refuses what no code can hold', async () => {
  await expect(codeOf('x'.repeat(3_000))).rejects.toThrow()
})
