/** Counts the valid non-ASCII characters of UTF-8 in a stream of bytes, and the invalid bytes. */
export function utf8Counter() {
  let letters = 0
  let broken = 0
  let missing = 0
  let [lowest, highest] = [0x80, 0xbf]

  return {
    take(byte: number): void {
      if (missing) {
        const fits = byte >= lowest && byte <= highest
        ;[lowest, highest] = [0x80, 0xbf]
        if (fits) {
          if (--missing === 0) letters++
          return
        }
        missing = 0
        broken++
      }
      if (byte < 0x80) return
      missing = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0
      if (!missing) broken++
      // Excludes overlong forms, surrogates and code points beyond Unicode.
      if (byte === 0xe0) lowest = 0xa0
      else if (byte === 0xed) highest = 0x9f
      else if (byte === 0xf0) lowest = 0x90
      else if (byte === 0xf4) highest = 0x8f
    },
    counted: () => ({ letters, broken: broken + (missing ? 1 : 0) }),
  }
}
