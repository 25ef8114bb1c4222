import type { listKeys } from '../../db/apiKeys/apiKeys.ts'

type Key = Awaited<ReturnType<typeof listKeys>>[number]

/** Formats keys as lines with columns for id, hint, state, last use, scopes and name. */
export function keyLines(
  keys: Key[],
  { timeZone, now }: { timeZone: string; now: number },
): string[] {
  if (!keys.length) return ['There are no keys yet.']
  const day = new Intl.DateTimeFormat('sv', { timeZone })
  const rows = keys.map(({ id, name, hint, scopes, revokedAt, expiresAt, lastUsedAt }) => [
    id,
    hint ?? '',
    stateOf({ revokedAt, expiresAt }, day, now),
    lastUsedAt ? `used ${day.format(lastUsedAt)}` : 'never used',
    scopes.join(','),
    name,
  ])
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}

function stateOf(
  { revokedAt, expiresAt }: Pick<Key, 'revokedAt' | 'expiresAt'>,
  day: Intl.DateTimeFormat,
  now: number,
): string {
  if (revokedAt) return `revoked ${day.format(revokedAt)}`
  if (expiresAt === null) return 'valid'
  // The last day on which it works is the day before it ends.
  return `${expiresAt > now ? 'valid until' : 'expired'} ${day.format(expiresAt - 1)}`
}
