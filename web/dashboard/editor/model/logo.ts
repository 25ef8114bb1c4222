const WIDEST = 320
const TALLEST = 96
const NARROWEST = 16
/** No page has room for a longer data URL. */
const LONGEST = 2_500
const SMALLER_BY = 0.8
const QUALITIES = [0.9, 0.7, 0.5, 0.3]

export type Picture = { address: string; isScaled: boolean }

/**
 * A picture that fits into the page: an SVG as it is if small enough, anything else redrawn smaller
 * until it fits.
 * @param fits whether the page has room for a picture, by its data URL
 * @throws Error if it isn't a picture, or can't be made to fit
 */
export async function pictureFrom(
  file: File,
  fits: (address: string) => Promise<boolean>,
): Promise<Picture> {
  if (file.type === 'image/svg+xml') {
    const address = await vectorAddress(file)
    if (await fits(address)) return { address, isScaled: false }
  }
  const image = await load(file)
  const wide = image.naturalWidth || WIDEST
  const tall = image.naturalHeight || TALLEST
  let scale = Math.min(1, WIDEST / wide, TALLEST / tall)
  for (; wide * scale >= NARROWEST; scale *= SMALLER_BY) {
    const size = [Math.round(wide * scale), Math.max(1, Math.round(tall * scale))] as const
    for (const address of drawn(image, ...size))
      if (address.length <= LONGEST && (await fits(address))) return { address, isScaled: true }
  }
  throw new Error('The picture does not fit.')
}

/** An SVG without comments and white space. */
async function vectorAddress(file: File): Promise<string> {
  const text = (await file.text())
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .trim()
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte))
  return `data:image/svg+xml;base64,${btoa(bytes.join(''))}`
}

function load(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    const image = new Image()
    const fail = () => reject(new Error('This is no picture.'))
    image.addEventListener('load', () => resolve(image))
    image.addEventListener('error', fail)
    reader.addEventListener('error', fail)
    // The content security policy allows data: but not blob:.
    reader.addEventListener('load', () => (image.src = reader.result as string))
    reader.readAsDataURL(file)
  })
}

/** The picture at a size, in all allowed formats, best quality first. */
function drawn(image: HTMLImageElement, width: number, height: number): string[] {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
  const forms = [
    canvas.toDataURL('image/png'),
    ...QUALITIES.map((quality) => canvas.toDataURL('image/webp', quality)),
  ]
  // Browsers without WebP return a PNG instead.
  return forms.filter((address) => /^data:image\/(png|webp);/.test(address))
}
