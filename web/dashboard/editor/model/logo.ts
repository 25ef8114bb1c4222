const WIDEST = 320
const TALLEST = 96
const NARROWEST = 16
/** No page has room for a picture that takes more characters than this. */
const LONGEST = 2_500
const SMALLER_BY = 0.8
const QUALITIES = [0.9, 0.7, 0.5, 0.3]

export type Picture = { address: string; isScaled: boolean }

/**
 * A picture as it may stand in the page: an SVG as it is while it is small enough, everything else
 * drawn anew, smaller and smaller, until it fits.
 * @param fits whether the page has room for a picture, by its address
 * @throws Error when it is no picture, or none that fits
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

/** An SVG without what nobody sees. */
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
    // The content security policy lets pictures come as data: and not as blob:.
    reader.addEventListener('load', () => (image.src = reader.result as string))
    reader.readAsDataURL(file)
  })
}

/** The picture at a size, in every form that a page takes, the finest first. */
function drawn(image: HTMLImageElement, width: number, height: number): string[] {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
  const forms = [
    canvas.toDataURL('image/png'),
    ...QUALITIES.map((quality) => canvas.toDataURL('image/webp', quality)),
  ]
  // A browser that can't make WebP gives a PNG again.
  return forms.filter((address) => /^data:image\/(png|webp);/.test(address))
}
