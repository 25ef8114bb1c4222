import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { change, countsOf, list, type Page } from './desk.ts'

const HOUR = 3_600_000

/** Creates cases due in these hours; null means opened by an import. */
async function withDeadlines(app: TestApp, hours: (number | null)[]): Promise<string[]> {
  const { id } = await makeSurvey(app.db)
  const responses = hours.map((due, at) =>
    aResponse(id, {
      answers: { score: 2, why: `Reason ${at}` },
      answeredAt: NOW - at * HOUR,
      dueAt: due === null ? null : NOW + due * HOUR,
    }),
  )
  for (const response of responses) await saveResponse(app.db, response)
  return responses.map((response) => response.id)
}

const idsOf = ({ followUps }: Page) => followUps.map(({ id }) => id)

it('lists open cases by deadline: overdue, soon due, contacted, and those without one', async () => {
  const app = await makeApp()
  const ids = await withDeadlines(app, [5, null, -3, 2, null, -9, 1])
  const [due5, imported, late3, due2, older, late9, contacted] = ids
  await change(app, contacted!, { state: 'contacted' })
  const order = [late9, late3, due2, due5, contacted, imported, older]
  expect(idsOf(await list(app, '?state=open'))).toEqual(order)

  const paged: string[] = []
  let cursor = ''
  do {
    const page = await list(app, `?state=open&limit=2${cursor}`)
    paged.push(...idsOf(page))
    cursor = page.next ? `&cursor=${page.next}` : ''
  } while (cursor)
  expect(paged).toEqual(order)

  const file = await (await app.ask('lead', '/api/v1/follow-ups.csv?state=open')).text()
  const rows = parse(file, { bom: true, columns: true }) as { id: string }[]
  expect(rows.map(({ id }) => id)).toEqual(order)
})

it('lists closed cases by when they were closed, the latest first', async () => {
  const app = await makeApp()
  const ids = await withDeadlines(app, [1, 2, 3])
  for (const id of [ids[1], ids[2], ids[0]]) {
    app.clock.now += HOUR
    await change(app, id!, { state: 'resolved' })
  }
  expect(idsOf(await list(app, '?state=closed'))).toEqual([ids[0], ids[2], ids[1]])
  expect(idsOf(await list(app, '?state=open'))).toEqual([])
})

it('counts the cases of every view, and those that match the filter', async () => {
  const app = await makeApp()
  const [first, second, third] = await withDeadlines(app, [-1, 1, 2, 3])
  const { id: owner } = await app.addMember('lead', 'lena')
  await change(app, first!, { owner })
  await change(app, second!, { state: 'contacted' })
  await change(app, third!, { state: 'dismissed' })
  const counts = { open: 3, unassigned: 2, overdue: 1, closed: 1, mine: 0 }
  expect(await countsOf(app, '?state=open')).toMatchObject({ ...counts, matching: 3 })
  expect(await countsOf(app, `?state=open&owner=${owner}`)).toMatchObject({
    ...counts,
    matching: 1,
  })
  expect(await countsOf(app, '?overdue=true')).toMatchObject({ ...counts, matching: 1 })
})

it('lets only people who can follow up own a case', async () => {
  const app = await makeApp()
  const [id] = await withDeadlines(app, [1])
  const { id: owner } = await app.addMember('viewer', 'vera')
  const answer = await change(app, id!, { owner })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ errors: [{ field: 'owner' }] })
})
