import { expect, it } from 'vitest'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'

type View = { id: string; name: string; search: string; shared: boolean; editable: boolean }

/** Calls the API as a person with this role. */
async function signIn(app: TestApp, role: 'viewer' | 'lead' | 'admin', name: string) {
  await app.addMember(role, name)
  const headers = { 'content-type': 'application/json', origin: 'http://ohlas.test' }
  const signedIn = await app.app.request('http://ohlas.test/api/auth/sign-in/email', {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: `${name}@ohlas.test`, password: app.password }),
  })
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  const ask = (method: string, path: string, json?: unknown) =>
    app.app.request(`http://ohlas.test/api/v1/views${path}`, {
      method,
      headers: { ...headers, cookie },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
  return {
    ask,
    list: async (query = '?page=desk') =>
      ((await (await ask('GET', query)).json()) as { views: View[] }).views,
  }
}

const idIn = async (answer: Response) => {
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

it('shows personal views to their owner, and shared ones to everyone', async () => {
  const app = await makeApp()
  const lead = await signIn(app, 'lead', 'lena')
  const viewer = await signIn(app, 'viewer', 'vera')
  const admin = await signIn(app, 'admin', 'ada')
  const view = { page: 'desk', search: '?view=mine&unreachable=true' }
  await idIn(await lead.ask('POST', '', { ...view, name: 'B own' }))
  const id = await idIn(await lead.ask('POST', '', { ...view, name: 'A team', shared: true }))

  expect((await lead.list()).map(({ name }) => name)).toEqual(['A team', 'B own'])
  expect(await viewer.list()).toMatchObject([{ name: 'A team', shared: true, editable: false }])
  expect((await viewer.ask('PATCH', `/${id}`, { name: 'Mine now' })).status).toBe(403)
  expect((await viewer.ask('DELETE', `/${id}`)).status).toBe(403)
  expect((await viewer.ask('POST', '', { ...view, name: 'C', shared: true })).status).toBe(403)

  expect((await admin.ask('PATCH', `/${id}`, { name: 'For all' })).status).toBe(204)
  expect((await lead.ask('PATCH', `/${id}`, { shared: false })).status).toBe(204)
  expect(await viewer.list()).toEqual([])
  expect((await lead.ask('DELETE', `/${id}`)).status).toBe(204)
  expect((await lead.list()).map(({ name }) => name)).toEqual(['B own'])
})

it('keeps views of trends with their survey, and refuses what names people', async () => {
  const app = await makeApp()
  const { id: survey } = await makeSurvey(app.db)
  const viewer = await signIn(app, 'viewer', 'vera')
  const view = { page: 'trends', survey, name: 'Quarter', search: '?range=quarter' }
  await idIn(await viewer.ask('POST', '', view))
  expect(await viewer.list(`?page=trends&survey=${survey}`)).toMatchObject([{ name: 'Quarter' }])
  expect(await viewer.list()).toEqual([])
  for (const wrong of [
    { ...view, survey: undefined },
    { ...view, page: 'desk' },
    { ...view, search: '?q=Eva' },
    { ...view, search: 'range=quarter' },
    { ...view, name: ' ' },
  ])
    expect((await viewer.ask('POST', '', wrong)).status).toBe(400)
  expect((await viewer.ask('POST', '', { ...view, survey: 'gone' })).status).toBe(404)
})
