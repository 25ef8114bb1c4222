import { describe, expect, test } from 'vitest'
import { feedbackPath } from '../../../api/base/tokens.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import * as schema from '../../../db/schema/index.ts'
import { aResponse } from '../../support/surveys.ts'
import {
  SECRET,
  made,
  surveyId,
  send,
  textOf,
  answered,
  caseOf,
  surveyForEachTest,
} from './feedbackPage.ts'

surveyForEachTest()

describe('opting out', () => {
  const optedOutAt = async () => (await made.db.orm.select().from(schema.customer))[0]?.optedOutAt
  const EVA = { id: 'C-77', email: 'eva@example.com', name: 'Eva' }

  /** Creates a signed link. */
  const signed = async () => {
    const given = await made.ask('admin', `/api/v1/surveys/${surveyId}/links`, {
      method: 'POST',
      json: { links: [{ customer: EVA }] },
    })
    const { links } = (await given.json()) as { links: { url: string }[] }
    return new URL(links[0]!.url).search
  }
  const customerOf = async ({ id }: { id: string }) => {
    const list = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses`)
    const { responses } = (await list.json()) as { responses: { id: string; customer: object }[] }
    return responses.find((each) => each.id === id)!.customer
  }

  test('is possible and reversible through a signed link, and visible to leads', async () => {
    const { feedback } = await answered({ score: 2 }, await signed())
    expect(await textOf(feedback)).toContain('Do not ask me again')
    expect((await send(`${feedback}/opt-out`, { ask: 'never' })).status).toBe(303)
    expect(await optedOutAt()).toBe(made.clock.now)
    const html = await textOf(feedback)
    expect(html).toContain('We will not ask you again.')
    expect(html).toContain('You may ask me again')
    const detail = await made.ask('lead', `/api/v1/follow-ups/${(await caseOf()).id}`)
    expect(await detail.json()).toMatchObject({
      response: { customer: { optedOutAt: made.clock.now } },
    })
    await send(`${feedback}/opt-out`, { ask: 'again' })
    expect(await optedOutAt()).toBeNull()
  })

  test('is possible for a customer from a file', async () => {
    const id = '0193445c-0000-7000-8000-000000000000'
    const customer = { externalId: 'C-77' }
    await saveResponse(made.db, aResponse(surveyId, { id, source: 'import', customer }))
    await send(`${feedbackPath(SECRET, id)}/opt-out`, { ask: 'never' })
    expect(await optedOutAt()).toBe(made.clock.now)
  })

  test('through an unsigned link is stored with that response, for leads to see', async () => {
    const { page, feedback } = await answered()
    const at = made.clock.now
    expect((await send(`${feedback}/opt-out`, { ask: 'never' })).status).toBe(303)
    expect(await textOf(feedback)).toContain('We will not ask you again.')
    expect(await optedOutAt()).toBeNull()
    expect(await customerOf(page)).toMatchObject({ optedOutAt: null, optOutAskedAt: at })
    await send(`${feedback}/opt-out`, { ask: 'again' })
    expect(await customerOf(page)).toMatchObject({ optedOutAt: null, optOutAskedAt: null })
  })

  test('can’t be done, undone or discovered by someone else who names a customer', async () => {
    const link = await signed()
    const eva = await answered({ score: 9 }, link)
    const stranger = await answered({ score: 2 }, '?email=eva@example.com')
    await send(`${stranger.feedback}/opt-out`, { ask: 'never' })
    expect(await optedOutAt()).toBeNull()
    expect(await textOf(eva.feedback)).toContain('Do not ask me again')
    await send(`${stranger.feedback}/opt-out`, { ask: 'again' })
    await send(`${eva.feedback}/opt-out`, { ask: 'never' })
    expect(await textOf(stranger.feedback)).toContain('Do not ask me again')
    await send(`${stranger.feedback}/opt-out`, { ask: 'again' })
    expect(await optedOutAt()).toBe(made.clock.now)
    // Changing the address in a signed link unsigns it.
    await send(`${eva.feedback}/opt-out`, { ask: 'again' })
    const forged = await answered({ score: 2 }, link.replace('eva', 'ada'))
    await send(`${forged.feedback}/opt-out`, { ask: 'never' })
    expect(await optedOutAt()).toBeNull()
    expect(await customerOf(forged.page)).toBeNull()
  })

  test('is offered only if the customer can be recognised again', async () => {
    for (const query of ['', '?name=Eva']) {
      const { feedback } = await answered({ score: 2 }, query)
      expect(await textOf(feedback)).not.toContain('ask me again')
      expect((await send(`${feedback}/opt-out`, { ask: 'never' })).status).toBe(404)
    }
    expect(await optedOutAt()).toBeNull()
  })

  test('outlives a withdrawn response, with the customer’s address and id only', async () => {
    const { feedback } = await answered({ score: 2 }, await signed())
    await send(`${feedback}/opt-out`, { ask: 'never' })
    await send(`${feedback}/withdrawal`)
    expect(await made.db.orm.select().from(schema.customer)).toMatchObject([
      { email: 'eva@example.com', externalId: 'C-77', name: null, optedOutAt: made.clock.now },
    ])
  })

  test('is erased with the response if it came through an unsigned link', async () => {
    const { feedback } = await answered()
    await send(`${feedback}/opt-out`, { ask: 'never' })
    await send(`${feedback}/withdrawal`)
    expect(await made.db.orm.select().from(schema.customer)).toEqual([])
    expect(await made.db.orm.select().from(schema.response)).toMatchObject([
      { state: 'erased', customerVerified: false, optOutAskedAt: null },
    ])
  })

  test.each([{}, { ask: '' }, { ask: 'maybe' }])(
    'accepts one of two values only (%o)',
    async (fields) => {
      const { page, feedback } = await answered()
      expect((await send(`${feedback}/opt-out`, fields as Record<string, string>)).status).toBe(400)
      expect(await customerOf(page)).toMatchObject({ optOutAskedAt: null })
    },
  )
})
