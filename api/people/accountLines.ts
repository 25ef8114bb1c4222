import type { listPeople } from '../../db/people/people.ts'

type Person = Awaited<ReturnType<typeof listPeople>>[number]

/** One line a person: address, role, name, and their last use, in columns. */
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
