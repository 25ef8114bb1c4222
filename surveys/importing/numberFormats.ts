/**
 * Formats a whole number as a spreadsheet does with a zero-padding format: 123 with `00000` is `00123`,
 * 123456789 with `000-00-0000` is `123-45-6789`.
 * @param code the format's code; only its first section is used
 * @returns null for other formats, negative numbers and decimals
 */
export function filledWithZeros(value: number, code: string): string | null {
  const parts = partsOf(code)
  if (!parts || !Number.isSafeInteger(value) || value < 0) return null
  const digits = [...String(value)]
  const first = parts.findIndex(({ place }) => place !== undefined)
  return parts
    .map(({ place, text }, at) => ({ place, text, at }))
    .reduceRight((shown, { place, text, at }) => {
      if (place === undefined) return text + shown
      const left = at === first ? digits.splice(0).join('') : digits.pop()
      return (left || (place === '0' ? '0' : '')) + shown
    }, '')
}

/** Whether a format pads numbers with zeros. */
export const fillsWithZeros = (code: string): boolean => partsOf(code) !== null

type Part = { place?: string; text?: string }

const PART = /"([^"]*)"|\\(.)|[_*](?:.)|\[([^\]]*)\]|(.)/gsu

function partsOf(code: string): Part[] | null {
  const parts: Part[] = []
  for (const [all, quoted, escaped, bracketed, char] of code.matchAll(PART)) {
    if (char === ';') break
    // A condition such as [<=9999], a date, decimals, thousands or a percentage.
    if (/^[<>=]/.test(bracketed ?? '') || /[.,%@\p{L}]/u.test(char ?? '')) return null
    if (char && /[0#?]/.test(char)) parts.push({ place: char })
    else if (all[0] === '_') parts.push({ text: ' ' })
    else parts.push({ text: quoted ?? escaped ?? char ?? '' })
  }
  return parts.filter(({ place }) => place === '0').length > 1 ? parts : null
}
