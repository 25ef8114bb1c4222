/** NUL characters and lone surrogates, which not every database can store. */
const UNSTORABLE = /[\0\p{Cs}]/gu

export function isStorable(text: string): boolean {
  return text.search(UNSTORABLE) < 0
}

/** Removes characters that can't be stored. */
export function storable(text: string): string {
  return text.replaceAll(UNSTORABLE, '')
}
