import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeApp } from '../../support/app.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'

type Weight = { bytes: number; language: string; logo: number; room: number }

/** Creates an incompressible picture of this many bytes, as a data URL. */
function picture(bytes: number): string {
  const noise = createHash('shake256', { outputLength: bytes }).update('Ohlas').digest('base64')
  return `data:image/png;base64,${noise}`
}

async function makeWeighed() {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  const path = `/api/v1/surveys/${id}`
  const weigh = async (logo?: string) => {
    const json = { definition: { ...definition, ...(logo && { look: { logo } }) } }
    const answer = await app.ask('viewer', `${path}/weight`, { method: 'POST', json })
    expect(answer.status).toBe(200)
    return (await answer.json()) as Weight
  }
  const publish = async (logo: string) => {
    const json = { revision: 0, definition: { ...definition, look: { logo } } }
    await app.ask('admin', `${path}/draft`, { method: 'PUT', json })
    return app.ask('admin', `${path}/publication`, { method: 'PUT' })
  }
  return { weigh, publish }
}

it('measures a page, and its logo, as they are transferred', async () => {
  const { weigh } = await makeWeighed()
  const bare = await weigh()
  expect(bare).toMatchObject({ language: 'he', logo: 0, room: 8192 - bare.bytes })
  const { bytes, logo, room } = await weigh(picture(900))
  expect(logo).toBeGreaterThan(900)
  expect(bytes).toBe(bare.bytes + logo)
  expect(room).toBe(bare.room)
})

it('a logo is published while the page has room for it', async () => {
  const { publish } = await makeWeighed()
  expect((await publish(picture(900))).status).toBe(200)
})

it('refuses a logo that makes the page too large, and names the limit', async () => {
  const { publish, weigh } = await makeWeighed()
  const { room } = await weigh()
  const refused = await publish(picture(room))
  expect(refused.status).toBe(400)
  const { errors } = (await refused.json()) as { errors: { field: string; message: string }[] }
  expect(errors).toEqual([
    { field: 'definition.look.logo', message: expect.stringContaining(`has room for ${room}`) },
  ])
})

it('measures the language with the most text, and only a few pages at a time', async () => {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  await app.keyFor('viewer')
  const large = inLanguages(60)
  const json = { definition: { ...large, look: { logo: picture(6_000) } } }
  const weighed = await Promise.all(
    Array.from({ length: 12 }, () =>
      app.ask('viewer', `/api/v1/surveys/${id}/weight`, { method: 'POST', json }),
    ),
  )
  const refused = weighed.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]!.headers.get('retry-after')).toBe('1')
  const accepted = weighed.filter(({ status }) => status === 200)
  expect(accepted.length + refused.length).toBe(12)
  expect(await accepted[0]!.json()).toMatchObject({ language: large.languages[37] })
})

/** Creates a survey as large as a body may be, in languages of which the 38th has the most text. */
function inLanguages(n: number) {
  const languages = Array.from(
    { length: n },
    (_, at) => 'abc'[Math.floor(at / 26)]! + String.fromCharCode(97 + (at % 26)),
  )
  const inEach = <Text>(text: (at: number) => Text) =>
    Object.fromEntries(languages.map((language, at) => [language, text(at)]))
  const words = (length: number, seed: string) =>
    createHash('shake256', { outputLength: length / 2 })
      .update(seed)
      .digest('hex')
  const options = Array.from({ length: 20 }, (_, at) => `option${at}`)
  const choice = (question: number) => ({
    id: `why${question}`,
    kind: 'choices',
    options,
    text: inEach((at) => ({
      ask: words(60, `${question} ${at}`),
      options: Object.fromEntries(
        options.map((id) => [id, words(at === 37 ? 60 : 40, `${question} ${at} ${id}`)]),
      ),
    })),
  })
  return {
    languages,
    questions: [
      { id: 'score', kind: 'nps', text: inEach(() => ({ ask: 'How?', low: 'No', high: 'Yes' })) },
      ...Array.from({ length: 9 }, (_, question) => choice(question)),
    ],
    thanks: inEach(() => ({ unhappy: 'Thanks', neutral: 'Thanks', happy: 'Thanks' })),
  }
}
