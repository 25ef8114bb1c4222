import { wordsOf } from './headers.ts'
import type { Mapping, Overrides } from './mapping.ts'
import { quoted, refusal } from './refusals.ts'
import type { ImportedRow } from './rows.ts'

/** Limits memory: further customers are not compared. */
const MOST_IDS = 100_000

type Identity = { email?: string; name?: string }

/**
 * Checks that each id recognised as a customer's occurs with one address and one name only. The id of a
 * company, for example, occurs with many, which would become one customer.
 * @param overrides if they name the column of ids, nothing is checked
 */
export function sharedIdWatch({ columns, ownRoles: own }: Mapping, overrides: Overrides) {
  const ids = columns.find(({ role }) => role.kind === 'customerId')
  const isChecked = ids && !own && !Object.values(overrides.columns).includes('customerId')
  const known = new Map<string, Identity>()
  const shared = new Map<string, string>()

  return {
    take(customer: ImportedRow['customer']): void {
      if (!isChecked || !customer?.externalId) return
      const { externalId: id, email, name } = customer
      const before = known.get(id)
      if (!before && known.size < MOST_IDS) known.set(id, { email, name })
      if (!before || shared.has(id)) return
      const other =
        differ(before.email, email, (address) => address.toLowerCase()) ??
        differ(before.name, name, inAnyOrder)
      if (other) shared.set(id, other)
      before.email ??= email
      before.name ??= name
    },
    /** @throws InvalidInput if an id occurs with several people, asking what the ids are */
    ask(): void {
      const [first] = shared
      if (!first) return
      const column = quoted(ids!.name)
      const more = shared.size > 1 ? ` (and so do ${shared.size - 1} others)` : ''
      throw refusal(
        `${column} was taken for your id for the customer, but "${first[0]}" in it stands with ${first[1]}${more}, which would become one customer; say --map customerId=COLUMN if each is one, and property=COLUMN or ignore=COLUMN if not`,
        'map',
      )
    },
  }
}

function differ(
  one: string | undefined,
  other: string | undefined,
  plain: (text: string) => string,
) {
  return one && other && plain(one) !== plain(other) ? `"${one}" and "${other}"` : null
}

/** Sorts a name's words, so that `Lee, Ann` equals `Ann Lee`. */
const inAnyOrder = (name: string) => wordsOf(name).split(' ').toSorted().join(' ')
