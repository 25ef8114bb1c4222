import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { makeApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

type Counted = { n: number }
type Scores = {
  total: Counted
  everyone: Counted
  segments: Record<string, Record<string, Counted & { rest: number }>>
}

it.each(['answers', 'customers'])(
  'compares a group with everyone outside it, including answers without the property: %s',
  async (counting) => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const save = (n: number, properties: Record<string, string>) =>
      Promise.all(
        Array.from({ length: n }, (_, at) =>
          saveResponse(app.db, aResponse(id, { answers: { score: at % 11 }, properties })),
        ),
      )
    await save(40, { channel: 'chat', team: 'a' })
    await save(20, { channel: 'mail', team: 'b' })
    await save(15, { team: 'a' })
    await save(5, {})
    const read = async (query: string) => {
      const path = `/api/v1/surveys/${id}/scores?counting=${counting}${query}`
      return (await (await app.ask('viewer', path)).json()) as Scores
    }
    const { segments, everyone } = await read('')
    expect(segments.channel!.chat).toMatchObject({ n: 40, rest: 40 })
    expect(segments.channel!.mail).toMatchObject({ n: 20, rest: 60 })
    const filtered = await read('&channel=chat')
    expect(filtered.everyone.n - filtered.total.n).toBe(segments.channel!.chat!.rest)
    expect(filtered.everyone.n).toBe(everyone.n)
    const within = await read('&channel=chat&team=a')
    expect(within.segments.channel!.chat).toMatchObject({ n: 40, rest: 15 })
    expect(within.segments.team!.a).toMatchObject({ n: 40, rest: 0 })
  },
)
