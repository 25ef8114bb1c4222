import { sql, type SQL } from 'drizzle-orm'
import { jsonEntries } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { response, type segment } from '../schema/index.ts'

/**
 * Selects the possible groups of stored responses that match a condition, as rows of no, property and
 * value.
 */
export function storedPairs(which: SQL): SQL {
  return sql`(select ${response.no} as no, 'language' as property, ${response.language} as value
    from ${response} where ${which} and ${response.language} is not null
    union all select ${response.no}, entry.key, entry.value
    from ${response} ${lookUp(jsonEntries(response.properties))}
    where ${which} and entry.value <> ''
      and not (entry.key = 'language' and ${response.language} is not null))`
}

/** Whether a stored response has the value of a group's property. */
export function matchesPair({ property, value }: typeof segment): SQL {
  return sql`(${property} = 'language' and ${response.language} = ${value}
    or not (${property} = 'language' and ${response.language} is not null)
      and exists (select 1 from ${jsonEntries(response.properties)}
        where entry.key = ${property} and entry.value = ${value}))`
}
