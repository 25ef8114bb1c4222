export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1252'

/**
 * Tells a text file's encoding from all of its bytes, taken piece by piece: a byte-order mark, NULs
 * at every other place (UTF-16), valid UTF-8, and else the Windows code page whose letters fit one
 * language best.
 */
export function encodingSniffer(): { take(bytes: Uint8Array): void; encoding(): Encoding } {
  const counts = new Uint32Array(256)
  const nulsAt = [0, 0]
  let utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true })
  let start: number[] = []
  let size = 0

  return {
    take(bytes) {
      if (start.length < 3) start = [...start, ...bytes.subarray(0, 3)].slice(0, 3)
      for (const byte of bytes) {
        counts[byte]!++
        if (byte === 0) nulsAt[size % 2]!++
        size++
      }
      utf8 &&= isValid(utf8, bytes)
    },
    encoding() {
      const mark = start.map((byte) => byte.toString(16)).join(' ')
      if (mark.startsWith('ff fe')) return 'utf-16le'
      if (mark.startsWith('fe ff')) return 'utf-16be'
      if (nulsAt[1]! > size / 8 && nulsAt[0]! < nulsAt[1]! / 4) return 'utf-16le'
      if (nulsAt[0]! > size / 8 && nulsAt[1]! < nulsAt[0]! / 4) return 'utf-16be'
      if (utf8 && isValid(utf8)) return 'utf-8'
      return fitOf('windows-1250', counts) > fitOf('windows-1252', counts)
        ? 'windows-1250'
        : 'windows-1252'
    },
  }
}

function isValid(decoder: TextDecoder, bytes?: Uint8Array): TextDecoder | null {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined })
    return decoder
  } catch {
    return null
  }
}

/** The letters beyond ASCII of the languages that the two code pages were made for. */
const ALPHABETS = {
  'windows-1250': [
    'áčďéěíňóřšťúůýž',
    'áäčďéíĺľňóôŕšťúýž',
    'ąćęłńóśźż',
    'áéíóöőúüű',
    'ăâîşţ',
    'čćđšž',
    'äöüß',
  ],
  'windows-1252': [
    'äöüß',
    'àâæçèéêëîïôùûüÿœ',
    'áéíñóúü',
    'áàâãçéêíóôõú',
    'àèéìíòóù',
    'æøåéó',
    'åäöé',
    'áæéíðóöúýþ',
    'éëïóö',
  ],
}

/** The share of the letters beyond ASCII that the best-fitting language explains. */
function fitOf(encoding: keyof typeof ALPHABETS, counts: Uint32Array): number {
  const decoder = new TextDecoder(encoding)
  const letters = Array.from(counts.subarray(128), (n, index) => ({
    letter: decoder.decode(Uint8Array.of(128 + index)).toLowerCase(),
    n,
  }))
  const all = letters.reduce((sum, { n }) => sum + n, 0)
  const explained = ALPHABETS[encoding].map((alphabet) =>
    letters.reduce((sum, { letter, n }) => sum + (alphabet.includes(letter) ? n : 0), 0),
  )
  return Math.max(...explained) / all
}
