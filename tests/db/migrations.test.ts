import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, it } from 'vitest'
import { checkScoreboard } from '../../db/doctor.ts'
import {
  addition,
  annotation,
  customer,
  mailChoice,
  response,
  review,
  scoreboard,
  surveyVersion,
  watch,
} from '../../db/schema/index.ts'
import { COMMAND } from '../../db/audit/audit.ts'
import { undoImport } from '../../db/importing/undoing.ts'
import { NOW } from '../support/clock.ts'
import { makeDatabase, temporaryFile } from '../support/database.ts'
import { journal, prefix } from './migrationsUpTo.ts'

it.each(journal.entries.map(({ tag }, index) => [tag, index + 1] as const))(
  'brings a database that stopped at %s up to date',
  async (_tag, length) => {
    const file = temporaryFile()
    const connection = new Database(file)
    migrate(drizzle(connection), { migrationsFolder: prefix(length, temporaryFile('migrations')) })
    connection.close()

    const db = await makeDatabase(file)
    expect(await checkScoreboard(db)).toEqual([])
  },
)

it('adds the counters of a day up to one histogram, as 0001 changes the scoreboard', async () => {
  const file = temporaryFile()
  const connection = new Database(file)
  migrate(drizzle(connection), { migrationsFolder: prefix(1, temporaryFile('migrations')) })
  connection.exec(`
    insert into survey values ('s', 's', 'S', 'live', '{}', 1, 0, 0, 0);
    insert into segment values (1, 's', '', '');
    insert into response (no, id, survey_id, version, source, properties, state, revision, answered_at, updated_at, day)
      values (1, 'a', 's', 1, 'link', '{}', 'complete', 1, 0, 0, 7), (2, 'b', 's', 1, 'link', '{}', 'complete', 1, 0, 0, 7),
        (3, 'c', 's', 1, 'link', '{}', 'complete', 1, 0, 0, 7);
    insert into answer values (1, 'score', 0, null), (2, 'score', 10, null), (3, 'score', 10, null);
    insert into response_segment values (1, 1), (2, 1), (3, 1);
    insert into scoreboard values (1, 'score', 7, 0, 1), (1, 'score', 7, 10, 2), (1, 'score', 7, 5, 0);
  `)
  connection.close()

  const db = await makeDatabase(file)
  expect(await checkScoreboard(db)).toEqual([])
  expect(await db.orm.select().from(scoreboard)).toMatchObject([{ day: 7, n0: 1, n5: 0, n10: 2 }])
})

it('applies a survey’s watch to its main question, as of 0008', async () => {
  const file = temporaryFile()
  const connection = new Database(file)
  migrate(drizzle(connection), { migrationsFolder: prefix(8, temporaryFile('migrations')) })
  const asking = (...ids: string[]) =>
    JSON.stringify({
      questions: [
        { id: 'why', kind: 'text' },
        ...ids.map((id) => ({ id, kind: 'nps' })),
        { id: 'last', kind: 'csat' },
      ],
    })
  const add = connection.prepare(
    `insert into survey (id, slug, name, state, draft, version, example, created_at, updated_at)
      values (@id, @id, @id, 'live', @draft, @version, 0, 0, 0)`,
  )
  add.run({ id: 'published', draft: asking('newer'), version: 2 })
  add.run({ id: 'draft', draft: asking('only'), version: null })
  add.run({ id: 'wordless', draft: '{"questions":[]}', version: null })
  const publish = connection.prepare(
    'insert into survey_version (survey_id, version, definition, published_at) values (?, ?, ?, 0)',
  )
  publish.run('published', 1, asking('older'))
  publish.run('published', 2, asking('main'))
  for (const id of ['published', 'draft', 'wordless'])
    connection.prepare('insert into watch values (?, ?)').run(id, `{"of":"${id}"}`)
  connection.close()

  const db = await makeDatabase(file)
  expect(await db.orm.select().from(watch).orderBy(watch.surveyId)).toEqual([
    { surveyId: 'draft', question: 'only', rules: { of: 'draft' } },
    { surveyId: 'published', question: 'main', rules: { of: 'published' } },
  ])
})

it('moves what only links claimed about a customer to their responses, as of 0011', async () => {
  const file = temporaryFile()
  const connection = new Database(file)
  migrate(drizzle(connection), { migrationsFolder: prefix(11, temporaryFile('migrations')) })
  connection.exec(`
    insert into survey (id, slug, name, state, draft, example, created_at, updated_at) values ('s', 's', 'S', 'live', '{}', 0, 0, 0);
    insert into customer (id, external_id, email, name, created_at) values
      ('linked', '1', 'link@a.test', 'Link', 0), ('address', null, 'only@a.test', 'Only', 0), ('file', '3', 'file@a.test', 'File', 0),
      ('signed', '4', 'signed@a.test', 'Signed', 0), ('mixed', '5', 'mixed@a.test', 'Mixed', 0);
    insert into segment values (1, 's', '', '');
  `)
  const add = connection.prepare(
    `insert into response (id, survey_id, version, customer_id, source, properties, state, revision, answered_at, updated_at, day, vouched)
      values (?, 's', 1, ?, ?, '{}', 'complete', 1, 0, 0, 7, ?)`,
  )
  add.run('a', 'linked', 'link', 0)
  add.run('b', 'address', 'link', 0)
  add.run('c', 'file', 'import', 0)
  add.run('d', 'signed', 'link', 1)
  add.run('e', 'signed', 'link', 0)
  add.run('f', 'mixed', 'link', 0)
  add.run('g', 'mixed', 'link', 1)
  connection.exec('insert into response_segment select no, 1 from response')
  connection.close()

  const db = await makeDatabase(file)
  const people = await db.orm.select().from(customer)
  expect(people.map(({ id, email, name, verified }) => [id, email, name, verified])).toEqual([
    ['linked', null, null, false],
    ['address', 'only@a.test', null, false],
    ['file', 'file@a.test', 'File', true],
    ['signed', 'signed@a.test', 'Signed', true],
    ['mixed', null, null, true],
  ])
  const rows = await db.orm.select().from(response)
  expect(rows.map(({ id, claimedEmail, claimedName }) => [id, claimedEmail, claimedName])).toEqual([
    ['a', 'link@a.test', 'Link'],
    ['b', 'only@a.test', 'Only'],
    ['c', null, null],
    ['d', null, null],
    ['e', null, null],
    ['f', 'mixed@a.test', 'Mixed'],
    ['g', null, null],
  ])
  expect(await checkScoreboard(db)).toEqual([])
})

it('keeps every answer unchanged, as 0015 adds the choices of an email’s pages', async () => {
  const file = temporaryFile()
  const connection = new Database(file)
  migrate(drizzle(connection), { migrationsFolder: prefix(15, temporaryFile('migrations')) })
  connection.exec(`
    insert into survey (id, slug, name, state, draft, example, created_at, updated_at) values ('s', 's', 'S', 'live', '{}', 0, 0, 0);
    insert into customer (id, external_id, created_at) values ('c', '42', 0);
    insert into segment values (1, 's', '', '');
    insert into response (no, id, survey_id, version, customer_id, source, properties, state, revision, answered_at, updated_at, day, suspicion)
      values (1, 'a', 's', 1, 'c', 'link', '{"channel":"chat"}', 'complete', 3, 5, 6, 7, null), (2, 'b', 's', 1, 'c', 'link', '{}', 'suspected', 0, 5, 6, 7, 'links');
    insert into answer values (1, 'score', 9, null), (1, 'why', null, 'Quick.'), (2, 'score', 0, null);
    insert into response_segment values (1, 1), (2, 1);
    insert into scoreboard (segment_id, question, day, n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
      values (1, 'score', 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
  `)
  const read = (from: Database.Database, columns = '*') =>
    ['response', 'answer', 'customer', 'scoreboard', 'response_segment'].map((table) => {
      const rows = from
        .prepare(`select ${table === 'response' ? columns : '*'} from ${table}`)
        .all()
      // As migration 0022 adds it.
      return rows.map((row) => ({
        ...(row as object),
        ...(table !== 'response' && { survey_id: 's' }),
      }))
    })
  const columns = connection.pragma('table_info(response)') as { name: string }[]
  const names = columns.map(({ name }) => name).join(', ')
  const before = read(connection, names)
  connection.close()

  const db = await makeDatabase(file)
  expect(await checkScoreboard(db)).toEqual([])
  expect(await db.orm.select().from(mailChoice)).toEqual([])
  const rows = await db.orm.select().from(response)
  expect(rows.map(({ badSignature }) => badSignature)).toEqual([false, false])
  const migrated = new Database(file, { readonly: true })
  // As migration 0021 names them.
  const renamed = names
    .replace('suspicion', 'spam_reason as suspicion')
    .replace('vouched', 'customer_verified as vouched')
  expect(read(migrated, renamed)).toEqual(before)
  migrated.close()
})

it('undoes an import from before 0016, and keeps the known customer', async () => {
  const file = temporaryFile()
  const connection = new Database(file)
  migrate(drizzle(connection), { migrationsFolder: prefix(16, temporaryFile('migrations')) })
  connection.exec(`
    insert into survey (id, slug, name, state, draft, example, created_at, updated_at) values ('s', 's', 'S', 'live', '{}', 0, 0, 0);
    insert into import_run (id, survey_id, file_name, rows, stored, started_at, finished_at) values ('i', 's', 'f.csv', 2, 2, 10, 20);
    insert into customer (id, external_id, name, created_at, verified) values ('known', '1', 'Ann', 0, 1), ('new', '2', 'Ben', 15, 1);
    insert into segment values (1, 's', '', '');
    insert into response (no, id, survey_id, version, customer_id, import_id, source, properties, state, revision, answered_at, updated_at, day)
      values (1, 'a', 's', 1, 'known', null, 'link', '{}', 'complete', 1, 0, 0, 7),
        (2, 'b', 's', 1, 'known', 'i', 'import', '{}', 'complete', 1, 0, 0, 7), (3, 'c', 's', 1, 'new', 'i', 'import', '{}', 'complete', 1, 0, 0, 7);
    insert into response_segment select no, 1 from response;
  `)
  connection.close()

  const db = await makeDatabase(file)
  await undoImport(db, { id: 'i', surveyId: 's' }, COMMAND, NOW)
  expect(await db.orm.select().from(customer)).toMatchObject([
    { externalId: '1', name: 'Ann', verified: true },
  ])
  expect(await checkScoreboard(db)).toEqual([])
})

it('renames reasons, reviews and thresholds, as 0021 and 0022 do, and loses none', async () => {
  const file = temporaryFile()
  const connection = new Database(file)
  migrate(drizzle(connection), { migrationsFolder: prefix(21, temporaryFile('migrations')) })
  const question = { id: 'score', kind: 'nps', bar: 5, text: { en: 'Say "bar": or not' } }
  connection.exec(`
    insert into survey (id, slug, name, state, draft, example, created_at, updated_at) values ('s', 's', 'S', 'live', '{}', 0, 0, 0);
    insert into response (no, id, survey_id, version, source, properties, state, revision, answered_at, updated_at, day, suspicion, vouched)
      values (1, 'a', 's', 1, 'link', '{}', 'suspected', 1, 0, 0, 7, 'trap', 1);
    insert into judgement (response_no, at, by, counts, was, suspicion) values (1, 5, 'Ada', 0, 'complete', 'trap');
    insert into addition (response_no, at, text) values (1, 6, 'And slow.');
    insert into mark (id, survey_id, day, text, by, created_at) values ('m', 's', 7, 'New form', 'Ada', 5);
  `)
  connection
    .prepare(
      'insert into survey_version (survey_id, version, definition, published_at) values (?, 1, ?, 0)',
    )
    .run('s', JSON.stringify({ questions: [question] }))
  connection.close()

  const db = await makeDatabase(file)
  expect(await db.orm.select().from(response)).toMatchObject([
    { spamReason: 'honeypot', customerVerified: true },
  ])
  expect(await db.orm.select().from(review)).toMatchObject([
    { by: 'Ada', spamReason: 'honeypot', surveyId: 's' },
  ])
  expect(await db.orm.select().from(addition)).toMatchObject([{ surveyId: 's', text: 'And slow.' }])
  expect(await db.orm.select().from(annotation)).toMatchObject([{ text: 'New form' }])
  const [version] = await db.orm.select().from(surveyVersion)
  const { bar, ...rest } = question
  expect(version!.definition).toEqual({ questions: [{ ...rest, threshold: bar }] })
})

it('keeps the tables that every answer changes without a second copy of their key', async () => {
  const file = temporaryFile()
  await makeDatabase(file)
  const connection = new Database(file)
  // The full-text index has tables of its own.
  const tables = connection
    .prepare(
      `select name from sqlite_master where sql like 'create table%without rowid'
        and name not like 'response_words_%' order by name`,
    )
    .pluck()
    .all()
  connection.close()
  expect(tables).toEqual(['answer', 'response_segment', 'scoreboard'])
})
