import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { annotation, survey } from '../../../db/schema/index.ts'
import { publishSurvey } from '../../../db/surveys/surveys.ts'
import { NOW } from '../../support/clock.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'

type Mark = { id: string; day: string; text: string; by: string; createdAt: number }
type Marks = { annotations: Mark[]; versions: { version: number; day: string }[] }

const read = async ({ ask }: TestApp, path: string) =>
  (await (await ask('viewer', path)).json()) as Marks

async function withSurvey() {
  const app = await makeApp()
  const made = await makeSurvey(app.db)
  return { app, id: made.id, path: `/api/v1/surveys/${made.id}/annotations` }
}

const price = { day: '2026-11-02', text: 'New price' }

it('stores a lead’s annotation of a day, with its author and time', async () => {
  const { app, path } = await withSurvey()
  const answer = await app.ask('lead', path, { method: 'POST', json: price })
  expect(answer.status).toBe(201)
  const { annotations } = await read(app, path)
  expect(annotations).toEqual([
    { ...price, id: expect.any(String), by: "a lead's key", createdAt: NOW },
  ])
})

it('lists the latest day first, whenever it was added', async () => {
  const { app, path } = await withSurvey()
  for (const day of ['2026-03-01', '2026-05-01', '2026-04-01'])
    await app.ask('lead', path, { method: 'POST', json: { ...price, day } })
  const { annotations } = await read(app, path)
  expect(annotations.map(({ day }) => day)).toEqual(['2026-05-01', '2026-04-01', '2026-03-01'])
})

it('changes the day or the text alone, and removes an annotation', async () => {
  const { app, path } = await withSurvey()
  const added = (await (
    await app.ask('lead', path, { method: 'POST', json: price })
  ).json()) as Mark
  const change = (json: object) => app.ask('lead', `${path}/${added.id}`, { method: 'PATCH', json })
  await change({ day: '2026-11-03' })
  await change({ text: 'New prices' })
  expect((await read(app, path)).annotations).toEqual([
    { ...added, day: '2026-11-03', text: 'New prices' },
  ])
  const removed = await app.ask('lead', `${path}/${added.id}`, { method: 'DELETE' })
  expect(removed.status).toBe(204)
  expect((await read(app, path)).annotations).toEqual([])
})

it('can be restored with its author for a day after its removal', async () => {
  const { app, path } = await withSurvey()
  const add = async () =>
    (await (await app.ask('lead', path, { method: 'POST', json: price })).json()) as Mark
  const added = await add()
  const remove = ({ id }: Mark) => app.ask('admin', `${path}/${id}`, { method: 'DELETE' })
  const putBack = ({ id }: Mark) => app.ask('admin', `${path}/${id}/removal`, { method: 'DELETE' })
  await remove(added)
  expect((await remove(added)).status).toBe(404)
  expect(await (await putBack(added)).json()).toEqual(added)
  expect((await read(app, path)).annotations).toEqual([added])

  await remove(added)
  app.clock.now += 2 * 86_400_000
  await remove(await add())
  expect((await putBack(added)).status).toBe(404)
})

it('belongs to the survey in the path', async () => {
  const { app, path } = await withSurvey()
  const other = await makeSurvey(app.db, 'another')
  const added = (await (
    await app.ask('lead', path, { method: 'POST', json: price })
  ).json()) as Mark
  const elsewhere = `/api/v1/surveys/${other.id}/annotations/${added.id}`
  for (const [method, json] of [['PATCH', { text: 'Mine' }], ['DELETE']] as const)
    expect((await app.ask('admin', elsewhere, { method, json })).status).toBe(404)
  expect((await read(app, path)).annotations).toEqual([added])
})

it('lists every version after the first as an annotation, on its day in the time zone', async () => {
  const { app, id, path } = await withSurvey()
  expect((await read(app, path)).versions).toEqual([])
  const draft = { ...definition, languages: ['en'] }
  await app.db.orm.update(survey).set({ draft }).where(eq(survey.id, id))
  await publishSurvey(app.db, id, Date.parse('2026-11-25T23:30:00Z'))
  expect((await read(app, path)).versions).toEqual([{ version: 2, day: '2026-11-26' }])
})

it('is deleted with its survey', async () => {
  const { app, id, path } = await withSurvey()
  await app.ask('lead', path, { method: 'POST', json: price })
  await app.db.orm.delete(survey).where(eq(survey.id, id))
  expect(await app.db.orm.select().from(annotation)).toEqual([])
})

describe('an annotation is refused', () => {
  it.each([
    [{ ...price, day: '2026-02-30' }, 'day'],
    [{ ...price, day: 20 }, 'day'],
    [{ ...price, day: '1969-12-31' }, 'day'],
    [{ ...price, day: '2969-12-31' }, 'day'],
    [{ text: 'New price' }, 'day'],
    [{ ...price, text: '   ' }, 'text'],
    [{ ...price, text: 'x'.repeat(121) }, 'text'],
    [{ ...price, text: 'two\nlines' }, 'text'],
    [{ ...price, text: null }, 'text'],
    [{ ...price, colour: 'red' }, 'colour'],
  ])('when it is %j, with 400 that names "%s"', async (json, field) => {
    const { app, path } = await withSurvey()
    const answer = await app.ask('lead', path, { method: 'POST', json })
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map((each) => each.field)).toEqual([field])
  })

  it('when a change names nothing, or the survey is not there', async () => {
    const { app, path } = await withSurvey()
    const nothing = await app.ask('lead', `${path}/any`, { method: 'PATCH', json: {} })
    expect(nothing.status).toBe(400)
    const missing = await app.ask('lead', '/api/v1/surveys/none/annotations', {
      method: 'POST',
      json: price,
    })
    expect(missing.status).toBe(404)
  })
})
