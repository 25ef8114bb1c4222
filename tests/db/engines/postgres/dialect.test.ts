import { describe, expect, it } from 'vitest'
import { toPostgres, toPostgresParameter } from '../../../../db/engines/postgres/dialect.ts'

describe('a statement for PostgreSQL', () => {
  it.each([
    [
      'numbers its parameters, and leaves question marks in texts alone',
      `select ? from "a" where "b?" = '?''?' and c = ?`,
      `select $1 from "a" where "b?" = '?''?' and c = $2`,
    ],
    [
      'names the columns of a conflict without their table',
      'insert into "a" ("b") values (?) on conflict ("a"."b", "a"."c") do update set "b" = "a"."b" + 1',
      'insert into "a" ("b") values ($1) on conflict ("b", "c") do update set "b" = "a"."b" + 1',
    ],
    [
      'leaves a key to the database in each row',
      'insert into "a" ("no", "b") values (null, ?), (null, ?)',
      'insert into "a" ("no", "b") values (default, $1), (default, $2)',
    ],
    [
      'leaves a key to the database where rows are selected',
      'insert into "a" ("no", "b") select null, b from c',
      'insert into "a" ("b") select b from c',
    ],
    [
      'takes a list of objects apart',
      `select cast(row.value ->> 'n' as integer), row.key from json_each(?) as row`,
      `select cast(row.value ->> 'n' as bigint), (row.key - 1) from ` +
        'json_array_elements(cast($1 as json)) with ordinality as row(value, key)',
    ],
    [
      'takes lists within lists, objects and plain values apart',
      `json_each(row.value, '$.pairs') as part, json_each("a"."b") as entry, json_each(f(?)) as member`,
      `json_array_elements(row.value -> 'pairs') with ordinality as part(value, key), ` +
        'json_each_text(cast("a"."b" as json)) as entry(key, value), ' +
        'json_array_elements_text(cast(f($1) as json)) as member(value)',
    ],
    [
      'tells the planner nothing',
      'select 1 from a indexed by a_by_b cross join c on c.d = a.b',
      'select 1 from a join c on c.d = a.b',
    ],
    [
      'keeps a join that has no condition of its own',
      'select 1 from "a" cross join "c" left join "d" on d.e = c.e',
      'select 1 from "a" cross join "c" left join "d" on d.e = c.e',
    ],
  ])('%s', (_what, written, inPostgres) => {
    expect(toPostgres(written)).toBe(inPostgres)
  })

  it('refuses JSON rows with an unknown alias', () => {
    expect(() => toPostgres('select value from json_each(?)')).toThrow('alias')
  })

  it('contains no NUL in its texts', () => {
    expect([toPostgresParameter('a\0b'), toPostgresParameter(1)]).toEqual(['a\ufffdb', 1])
  })
})
