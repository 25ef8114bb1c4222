import type { listPeople } from '../../db/people/people.ts'

type Person = Awaited<ReturnType<typeof listPeople>>[number]

/** Formats people as lines with columns for address, role, name and last use. */
export function accountLines(people: Person[], timeZone: string): string[] {
  if (!people.length) return ['Nobody has an account yet.']
  const day = new Intl.DateTimeFormat('sv', { timeZone })
  const widest = Math.max(...people.map(({ email }) => email.length))
  return people.map(({ email, role, name, deactivatedAt, lastSeenAt }) =>
    [
      email.padEnd(widest),
      role.padEnd('viewer'.length),
      deactivatedAt
        ? `deactivated ${day.format(deactivatedAt)}`
        : lastSeenAt
          ? `last seen ${day.format(lastSeenAt)}`
          : 'never signed in',
      name,
    ].join('  '),
  )
}
