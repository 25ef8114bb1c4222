import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { definition, said, withAnswers, exported, importInto, rowsIn } from './exporting.ts'

describe('an export of responses that nobody verified', () => {
  it('keeps customers of unsigned links unverified', async () => {
    const { app, id } = await withAnswers()
    const customer = { externalId: 'x1', email: 'evil@example.com', name: 'First' }
    await saveResponse(app.db, aResponse(id, { definition, answers: { nps: 10 }, customer }))
    const copy = await makeSurvey(app.db, 'copy', definition)
    await importInto(app, 'copy', await exported(app, id))

    const answer = await app.ask('lead', `/api/v1/surveys/${copy.id}/responses?limit=1`)
    const { responses } = (await answer.json()) as { responses: { customer: object }[] }
    expect(responses[0]!.customer).toMatchObject({
      email: 'evil@example.com',
      name: 'First',
      externalId: null,
      verified: false,
    })
  })

  it('imports an answer with a bad signature as one without a link', async () => {
    const { app, id } = await withAnswers()
    await saveResponse(
      app.db,
      aResponse(id, { definition, answers: { nps: 10 }, badSignature: true }),
    )
    const text = await exported(app, id)
    expect(rowsIn(text).at(-1)).toMatchObject({ bad_signature: 'yes' })
    const copy = await makeSurvey(app.db, 'copy', definition)
    const { preview, report } = await importInto(app, 'copy', text)
    expect(report).toMatchObject({ stored: said.length + 1 })
    expect(preview.mapping.columns).toContainEqual({
      name: 'bad_signature',
      role: { kind: 'ignored', why: 'about the link that was opened then' },
    })
    expect(rowsIn(await exported(app, copy.id)).at(-1)).toMatchObject({ bad_signature: '' })
  })

  it('does not count what was excluded where it comes from', async () => {
    const { app, id } = await withAnswers()
    await saveResponse(
      app.db,
      aResponse(id, { definition, answers: { nps: 0 }, exclusion: { state: 'unconfirmed' } }),
    )
    await makeSurvey(app.db, 'copy', definition)
    const { report } = await importInto(app, 'copy', await exported(app, id, '?state=excluded'))
    expect(report).toMatchObject({ rows: 1, stored: 0, excluded: 1 })
  })
})
