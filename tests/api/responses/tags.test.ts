import { beforeEach, expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { responseTag } from '../../../db/schema/index.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

let app: Awaited<ReturnType<typeof makeApp>>
let path: string
let ids: string[]

beforeEach(async () => {
  app = await makeApp()
  const { id } = await makeSurvey(app.db)
  path = `/api/v1/surveys/${id}`
  const responses = [3, 7, 10].map((score, at) =>
    aResponse(id, { answers: { score }, answeredAt: NOW + at }),
  )
  for (const response of responses) await saveResponse(app.db, response)
  ids = responses.map((response) => response.id)
})

const setTags = (id: string, tags: unknown) =>
  app.ask('lead', `/api/v1/responses/${id}/tags`, { method: 'PUT', json: { tags } })
const change = (json: object) => app.ask('lead', `${path}/tag-changes`, { method: 'POST', json })
const read = async <Body>(address: string) =>
  (await (await app.ask('viewer', path + address)).json()) as Body

it('tags a response, spells a tag in one way, and filters by it everywhere', async () => {
  const set = await setTags(ids[0]!, ['  Late   delivery ', 'billing', 'Billing'])
  expect(await set.json()).toMatchObject({ response: { tags: ['Late delivery', 'billing'] } })
  expect((await setTags(ids[1]!, ['LATE DELIVERY'])).status).toBe(200)
  expect(await read('/tags')).toEqual({ tags: ['Late delivery', 'billing'] })

  const tag = 'tag=Late%20delivery'
  expect(await read(`/responses?${tag}`)).toMatchObject({
    responses: [{ id: ids[1] }, { id: ids[0], tags: ['Late delivery', 'billing'] }],
  })
  expect(await read(`/responses/count?${tag}&score=3`)).toEqual({ n: 1 })
  const file = await (await app.ask('lead', `${path}/responses.csv?${tag}`)).text()
  expect(file).toContain(',"Late delivery; billing",')
  expect(file.trim().split('\r\n')).toHaveLength(3)

  expect((await setTags(ids[0]!, [])).status).toBe(200)
  expect(await read('/tags')).toEqual({ tags: ['Late delivery'] })
})

it('tags many at once, all or none', async () => {
  await setTags(ids[0]!, ['old'])
  const changed = await change({ responses: ids.slice(0, 2), add: ['new'], remove: ['old'] })
  expect(await changed.json()).toEqual({ changed: 2 })
  expect(await read('/responses?tag=new&sort=oldest')).toMatchObject({
    responses: [{ tags: ['new'] }, { tags: ['new'] }],
  })

  expect((await change({ responses: [ids[2], 'nobody'], add: ['x'] })).status).toBe(404)
  await setTags(
    ids[2]!,
    Array.from({ length: 20 }, (_, at) => `t${at}`),
  )
  const full = await change({ responses: ids, add: ['x'] })
  expect(await full.json()).toMatchObject({ status: 400, errors: [{ field: 'add' }] })
  expect(await read('/responses/count?tag=x')).toEqual({ n: 0 })
})

it.each([
  [['']],
  [['a;b']],
  [['x'.repeat(41)]],
  ['late'],
  [[1]],
  [Array.from({ length: 21 }, (_, at) => `t${at}`)],
])('refuses %j as tags, naming the field', async (tags) => {
  const refused = await setTags(ids[0]!, tags)
  expect(refused.status).toBe(400)
  expect(JSON.stringify(await refused.json())).toContain('"field":"tags')
})

it('lets viewers read tags, not change them', async () => {
  const refused = await app.ask('viewer', `/api/v1/responses/${ids[0]}/tags`, {
    method: 'PUT',
    json: { tags: ['x'] },
  })
  expect(refused.status).toBe(403)
})

it('erases the tags with their response, and touches no score', async () => {
  const scores = await read('/scores')
  await setTags(ids[0]!, ['late'])
  expect(await read('/scores')).toEqual(scores)
  await eraseResponse(app.db, ids[0]!, NOW)
  expect(await app.db.orm.select().from(responseTag)).toEqual([])
  expect((await setTags(ids[0]!, ['late'])).status).toBe(404)
  expect(await checkScoreboard(app.db)).toEqual([])
})
