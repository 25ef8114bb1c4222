import { wordsOf } from './headers.ts'
import type { Mapping, Overrides } from './mapping.ts'
import { quoted, refusal } from './refusals.ts'
import type { ImportedRow } from './rows.ts'

/** Of more customers than this the others are not compared. */
const MOST_IDS = 100_000

type Known = { email?: string; name?: string }

/**
 * Watches whether the ids that were taken for customers' each stand with one address and one name; a
 * company's, say, stands with many, and would make them one customer.
 * @param overrides where the column of ids was named, whoever brings the file knows
 */
export function sharedIdWatch({ columns, own }: Mapping, overrides: Overrides) {
  const ids = columns.find(({ role }) => role.kind === 'customerId')
  const isAsked = ids && !own && !Object.values(overrides.columns).includes('customerId')
  const known = new Map<string, Known>()
  const shared = new Map<string, string>()

  return {
    take(customer: ImportedRow['customer']): void {
      if (!isAsked || !customer?.externalId) return
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
    /** @throws InvalidInput that asks what the ids are, where one stands with several people */
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

/** `Lee, Ann` is `Ann Lee`. */
const inAnyOrder = (name: string) => wordsOf(name).split(' ').toSorted().join(' ')
