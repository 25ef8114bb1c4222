import { dayFromIso } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { MOST_LINES_ABOVE } from '../../surveys/importing/headerRow.ts'
import { FOLLOW_UP_CHOICES, type FollowUpsFrom } from './followUps.ts'

/**
 * Parses `--map score=Rating,comment=Why?`. A comma starts a new pair only before `role=`, so that
 * column names may contain commas.
 * @returns column → role
 * @throws InvalidInput for a part without "="
 */
export function columnOverrides(inputs: string[]): Record<string, string> {
  const pairs = inputs.flatMap((text) => text.split(/,(?=\s*\w+=)/))
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, role, column] = /^\s*(\w+)=(.+?)\s*$/s.exec(pair) ?? []
      if (!role || !column)
        throw new InvalidInput([
          { field: 'map', message: `--map takes role=column, not "${pair}"` },
        ])
      return [column, role]
    }),
  )
}

const SEPARATORS: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
}

/**
 * Parses `--separator`.
 * @throws InvalidInput for anything but a name or one character, and for quotes and letters
 */
export function separatorOverride(input?: string): string | undefined {
  if (input === undefined) return undefined
  const separator = SEPARATORS[input.toLowerCase()] ?? input
  if (/^[^\p{L}\p{N}"\r\n]$/u.test(separator)) return separator
  throw new InvalidInput([
    {
      field: 'separator',
      message: `--separator takes comma, semicolon, tab, pipe or another character, not "${input}"`,
    },
  ])
}

/**
 * Parses `--header-row`.
 * @returns the line on which the header begins, from 1; 0 for a file without one
 * @throws InvalidInput
 */
export function headerRowOverride(input?: string): number | undefined {
  if (input === undefined) return undefined
  if (/^\d{1,4}$/.test(input) && Number(input) <= MOST_LINES_ABOVE) return Number(input)
  throw new InvalidInput([
    {
      field: 'header-row',
      message: `--header-row takes a line from 1 to ${MOST_LINES_ABOVE}, or 0 for a file without a header, not "${input}"`,
    },
  ])
}

/**
 * Parses `--cases` and `--cases-since`.
 * @throws InvalidInput for an unknown word, an invalid date, or both options at once
 */
export function followUpOverride(which?: string, since?: string): FollowUpsFrom | undefined {
  const refuse = (field: string, message: string) => {
    throw new InvalidInput([{ field, message }])
  }
  if (since === undefined)
    return which === undefined
      ? undefined
      : (FOLLOW_UP_CHOICES.find((each) => each === which) ??
          refuse('cases', `--cases takes ${FOLLOW_UP_CHOICES.join(', ')}, not "${which}"`))
  if (which !== undefined) refuse('cases', 'say either --cases or --cases-since')
  const day = dayFromIso(since)
  return day === null
    ? refuse('cases-since', `--cases-since takes a date such as 2026-11-01, not "${since}"`)
    : { since: day }
}
