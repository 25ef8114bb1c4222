/** A QR code with its quiet zone, by row; true is dark. */
export type Modules = boolean[][]

/** As the standard requires; some readers fail with less. */
const QUIET = 4

const PNG_SIZE = 1024

/**
 * The QR code of an address; loads the library on first use.
 * @throws if the address is too long for a code
 */
export async function codeOf(address: string): Promise<Modules> {
  const { encode } = await import('uqr')
  return encode(address, { ecc: 'M', border: QUIET }).data
}

/** The dark modules as an SVG path, one unit each. */
export function outlineOf(modules: Modules): string {
  return modules
    .flatMap((row, y) =>
      contiguousRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
    )
    .join('')
}

/** The code as an SVG file with a white background. */
export function svgOf(modules: Modules): string {
  const size = modules.length
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${outlineOf(modules)}"/></svg>`
  )
}

/**
 * The code as a picture, with whole pixels for each module and the rest as a margin.
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

// Alpha comes first, because browsers run on little-endian machines.
const WHITE = 0xffffffff
const BLACK = 0xff000000

/** Runs of dark modules in a row, as start and length. */
function contiguousRuns(row: boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    if (!dark) return
    if (row[x - 1]) runs.at(-1)![1]++
    else runs.push([x, 1])
  })
  return runs
}
