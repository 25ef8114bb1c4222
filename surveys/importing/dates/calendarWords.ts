import { foldText } from '../../search/searchTokens.ts'

/** Languages whose month and day names are read; not Croatian, whose `listopad` means another month than Polish. */
const LANGUAGES =
  'en cs sk pl de he fr es it nl pt hu sv da nb fi ro sl tr uk ru el et lv lt bg'.split(' ')

/** Common names that `Intl` doesn't have. */
const OTHER_MONTHS = { sept: 9, mrz: 3, marz: 3, maerz: 3, janner: 1, jaenner: 1, feber: 2 }
const BEFORE_NOON = ['a', 'dopoledne', 'rano', 'vorm', 'vormittags', 'לפנהצ']
const AFTER_NOON = ['p', 'odpoledne', 'vecer', 'nachm', 'nachmittags', 'אחהצ']

/** Month name, as `folded` returns it, → 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...LANGUAGES.flatMap((language) =>
    namesIn(language, 'month', 12, (index) => Date.UTC(2021, index, 15)),
  ).map(([name, index]) => [name, index + 1] as const),
  ...Object.entries(OTHER_MONTHS),
])

/** Names of weekdays in all languages, folded. */
export const WEEKDAYS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) =>
    namesIn(language, 'weekday', 7, (index) => Date.UTC(2021, 1, 1 + index)),
  ).map(([name]) => name),
)

/** Word for a half of the day → hours to add: 0 before noon, 12 after. */
export const HALVES: ReadonlyMap<string, number> = new Map([
  ...BEFORE_NOON.map((name) => [name, 0] as const),
  ...AFTER_NOON.map((name) => [name, 12] as const),
  ...LANGUAGES.flatMap((language) =>
    [0, 12].map((hour) => [halfIn(language, hour), hour] as const),
  ).filter(([name]) => name !== ''),
])

/** Folds text for comparison, with plain hyphens and spaces. */
export function folded(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text.toLowerCase()
  return foldText(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Removes the dots and quotes of abbreviations. */
export function lettersOf(name: string): string {
  return /^[a-z]*$/.test(name) ? name : name.replace(/[^\p{L} ]/gu, '').trim()
}

function namesIn(
  language: string,
  part: 'month' | 'weekday',
  count: number,
  at: (index: number) => number,
): [name: string, index: number][] {
  const styles = (['long', 'short'] as const).flatMap((style): Intl.DateTimeFormatOptions[] => [
    { [part]: style },
    { [part]: style, day: 'numeric', ...(part === 'weekday' && { month: 'numeric' }) },
  ])
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
    return Array.from({ length: count }, (_, index): [string, number] => {
      const found = format.formatToParts(at(index)).find(({ type }) => type === part)
      return [lettersOf(folded(found?.value ?? '')), index]
    }).filter(([name]) => name !== '')
  })
}

function halfIn(language: string, hour: number): string {
  const format = new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    hourCycle: 'h12',
    timeZone: 'UTC',
  })
  const half = format
    .formatToParts(Date.UTC(2021, 0, 1, hour + 3))
    .find(({ type }) => type === 'dayPeriod')
  return lettersOf(folded(half?.value ?? '')).replaceAll(' ', '')
}
