const RIGHT_TO_LEFT = new Set('ar ckb dv fa he iw ps sd ug ur yi'.split(' '))

/** The direction in which a language is written. */
export function dirOf(language: string): 'ltr' | 'rtl' {
  const script = /-([A-Z][a-z]{3})/.exec(language)?.[1]
  if (script) return ['Arab', 'Hebr', 'Thaa', 'Syrc'].includes(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(language.split('-', 1)[0]!) ? 'rtl' : 'ltr'
}
