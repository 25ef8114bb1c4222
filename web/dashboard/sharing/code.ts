/** A QR code with its quiet zone, row by row; true is dark. */
export type Modules = boolean[][]

/** The standard's: any less, and some readers miss the code. */
const QUIET = 4

const PNG_SIZE = 1024

/**
 * The QR code of an address. The library comes with the first one.
 * @throws when the address is too long for a code
 */
export async function codeOf(address: string): Promise<Modules> {
  const { encode } = await import('uqr')
  return encode(address, { ecc: 'M', border: QUIET }).data
}

/** The dark modules as the path of an SVG that is as large as there are modules. */
export function outlineOf(modules: Modules): string {
  return modules
    .flatMap((row, y) =>
      contiguousRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
    )
    .join('')
}

/** The code as a file: dark on white, whatever it is laid on. */
export function svgOf(modules: Modules): string {
  const size = modules.length
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${outlineOf(modules)}"/></svg>`
  )
}

/**
 * The code as a picture: whole pixels for each module, what is left over around them.
 * @param size width and height in pixels
 * @returns red, green, blue and alpha of each pixel
 */
export function pixelsOf(modules: Modules, size: number): Uint8ClampedArray<ArrayBuffer> {
  const each = Math.floor(size / modules.length)
  const edge = Math.floor((size - each * modules.length) / 2)
  const pixels = new Uint32Array(size * size).fill(WHITE)
  modules.forEach((row, y) => {
    for (const [x, length] of contiguousRuns(row))
      for (let line = 0; line < each; line++) {
        const start = (edge + y * each + line) * size + edge + x * each
        pixels.fill(BLACK, start, start + length * each)
      }
  })
  return new Uint8ClampedArray(pixels.buffer)
}

export async function pngOf(modules: Modules): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = PNG_SIZE
  const picture = new ImageData(pixelsOf(modules, PNG_SIZE), PNG_SIZE, PNG_SIZE)
  canvas.getContext('2d')!.putImageData(picture, 0, 0)
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!file) throw new Error('The browser made no picture.')
  return file
}

// Alpha comes first, as every browser's machine has the low byte first.
const WHITE = 0xffffffff
const BLACK = 0xff000000

/** Where dark modules stand side by side: the first of them, and how many. */
function contiguousRuns(row: boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    if (!dark) return
    if (row[x - 1]) runs.at(-1)![1]++
    else runs.push([x, 1])
  })
  return runs
}
