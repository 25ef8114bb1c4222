import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { excludeResponse } from '../../../db/responses/review.ts'
import { openSqlite } from '../../../db/engines/sqlite/open.ts'
import { saveDraft } from '../../../db/surveys/drafts.ts'
import { publishSurvey, type Survey } from '../../../db/surveys/surveys.ts'
import type { Answers } from '../../../surveys/answers.ts'
import { dayOf } from '../../../surveys/days.ts'
import { wilson } from '../../../surveys/scoring/intervals/proportion.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase, sharedFile, temporaryFile } from '../../support/database.ts'
import { everyKind } from '../../support/everyKind.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { lendThread } from '../../support/threads/lend.ts'

const DAY = 86_400_000

type Given = { answers: Answers; daysAgo: number; channel: string; excluded: boolean }

type Share = { n: number; share: number | null; low: number | null; high: number | null }
type Option = Share & {
  value: string
  text: string
  isOffered: boolean
  effect: { n: number; rest: number; difference: number; verdict: string } | null
}
type Question = {
  question: string
  ask: string
  n: number
  isAsked: boolean
  options: Option[]
  mean: { mean: number } | null
  comments: { text: string; score: number | null }[]
}
type Results = { responses: number; questions: Question[] }

/** Answers of every kind that differ from one another, without chance. */
const given: Given[] = Array.from({ length: 240 }, (_, i) => ({
  answers: {
    nps: i % 3 === 0 ? i % 5 : 6 + (i % 5),
    ...(i % 7 ? { value: 1 + (i % 10) } : {}),
    ...(i % 4 ? { solved: i % 3 === 0 ? 'no' : 'yes' } : {}),
    ...(i % 5 === 0 ? { reason: ['speed', 'price', 'people', 'other'][i % 4]! } : {}),
    ...(i % 2 ? { uses: i % 3 ? ['home'] : ['home', 'work'] } : {}),
    ...(i % 6 === 0 ? { word: `word ${i}` } : {}),
  },
  daysAgo: i % 60,
  channel: i % 2 ? 'chat' : 'phone',
  excluded: i % 11 === 0,
}))

const file = sharedFile()
let stored: Promise<{ bytes: Buffer; survey: Survey }> | undefined

/** An application of its own with the answers, which are saved once for all tests. */
async function withAnswers() {
  const { bytes, survey } = await (stored ??= store())
  const copy = temporaryFile()
  writeFileSync(copy, bytes)
  return { app: await makeApp({ db: await makeDatabase(copy) }), ...survey }
}

async function store() {
  const db = await openSqlite(file, 'make it', lendThread)
  const survey = await makeSurvey(db, 'every-kind', everyKind)
  for (const { answers, daysAgo, channel, excluded } of given) {
    const answeredAt = NOW - daysAgo * DAY
    const properties = { channel }
    const day = dayOf(answeredAt, 'Europe/Prague')
    const definition = everyKind
    const saved = aResponse(survey.id, { definition, answers, properties, answeredAt, day })
    await saveResponse(db, saved)
    if (excluded) await excludeResponse(db, saved.id, { by: 'Ada', now: NOW })
  }
  await db.close()
  return { bytes: readFileSync(file), survey }
}

const read = async <Body = Results>(app: TestApp, path: string) =>
  (await (await app.ask('viewer', `/api/v1/surveys/${path}`)).json()) as Body

const counted = given.filter(({ excluded }) => !excluded)

const holds = (answer: Answers[string] | undefined, value: string) =>
  [answer].flat().some((each) => String(each) === value)

describe('results', () => {
  it('count what the raw answers contain, and link to exactly as many rows', async () => {
    const { app, id } = await withAnswers()
    const filters = `from=2026-10-15&channel=chat`
    const first = Date.parse('2026-10-15')
    const rows = counted.filter(
      ({ daysAgo, channel }) => channel === 'chat' && NOW - daysAgo * DAY >= first,
    )
    const { responses, questions } = await read(app, `${id}/results?${filters}`)
    expect(responses).toBe(rows.length)
    for (const { question, n, options } of questions) {
      const answered = rows.filter(({ answers }) => answers[question] !== undefined)
      expect({ question, n }).toEqual({ question, n: answered.length })
      const link = await read<{ n: number }>(
        app,
        `${id}/responses/count?${filters}&answered=${question}`,
      )
      expect({ question, n: link.n }).toEqual({ question, n })
      for (const option of options) {
        const chosen = answered.filter(({ answers }) => holds(answers[question], option.value))
        expect(option.n).toBe(chosen.length)
        if (n > 0) expect(option.share).toBeCloseTo((100 * chosen.length) / n, 10)
        const linked = `${id}/responses/count?${filters}&a.${question}=${option.value}`
        expect((await read<{ n: number }>(app, linked)).n).toBe(option.n)
      }
    }
  })

  it('compare the score of those who chose an option with the others of the question', async () => {
    const { app, id } = await withAnswers()
    const { questions } = await read(app, `${id}/results`)
    const [yes, no] = questions.find(({ question }) => question === 'solved')!.options
    const npsOf = (value: string) => {
      const scores = counted
        .filter(({ answers }) => answers['solved'] === value)
        .map(({ answers }) => answers['nps'] as number)
      const share = (is: (score: number) => boolean) => scores.filter(is).length / scores.length
      return 100 * (share((score) => score >= 9) - share((score) => score <= 6))
    }
    expect(no!.effect).toMatchObject({ verdict: 'lower', rest: yes!.n })
    expect(no!.effect!.difference).toBeCloseTo(npsOf('no') - npsOf('yes'), 10)
    expect(yes!.effect!.difference).toBeCloseTo(-no!.effect!.difference, 10)
    expect(yes!.low).toBeCloseTo(100 * wilson(yes!.n / (yes!.n + no!.n), yes!.n + no!.n).low, 10)
    const reasons = questions.find(({ question }) => question === 'reason')!.options
    expect(reasons.map(({ effect }) => effect!.verdict)).toContain('too-few')
  })

  it('give the mean of a scale, and the newest texts without their customers', async () => {
    const { app, id } = await withAnswers()
    const { questions } = await read(app, `${id}/results`)
    const values = counted.flatMap(({ answers }) => (answers['value'] as number | undefined) ?? [])
    const scale = questions.find(({ question }) => question === 'value')!
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    expect(scale.mean!.mean).toBeCloseTo(mean, 10)
    const { comments } = questions.find(({ question }) => question === 'word')!
    expect(comments).toHaveLength(3)
    expect(comments[0]).toMatchObject({ text: expect.stringMatching(/^word /) })
  })

  it('add up over periods and groups', async () => {
    const { app, id } = await withAnswers()
    type Part = { questions: { question: string; n: number; options: Record<string, Share> }[] }
    const { questions } = await read(app, `${id}/results`)
    const { periods } = await read<{ periods: Part[] }>(app, `${id}/results/periods?by=month`)
    const { groups } = await read<{ groups: (Part & { value: string })[] }>(
      app,
      `${id}/results/groups?split=channel`,
    )
    expect(groups.map(({ value }) => value).toSorted()).toEqual(['chat', 'phone'])
    for (const parts of [periods, groups]) {
      const sum = (question: string, value: string) =>
        parts
          .flatMap((part) => part.questions.filter((each) => each.question === question))
          .reduce((total, { options }) => total + options[value]!.n, 0)
      for (const { question, options } of questions)
        for (const { value, n } of options) expect(sum(question, value)).toBe(n)
    }
    const unknown = await app.ask('viewer', `/api/v1/surveys/${id}/results/groups?split=nothing`)
    expect(unknown.status).toBe(400)
  })

  it('keep options and questions that are no longer offered, and mark them', async () => {
    const { app, id, draftRevision: revision } = await withAnswers()
    const questions = everyKind.questions
      .filter((question) => question.id !== 'uses')
      .map((question) =>
        question.kind === 'choice'
          ? { ...question, options: question.options.filter((option) => option !== 'price') }
          : question,
      )
    const changed = { ...everyKind, questions }
    await saveDraft(app.db, id, { definition: changed, revision, by: 'Ada', now: NOW })
    await publishSurvey(app.db, id, NOW)
    const found = (await read(app, `${id}/results`)).questions
    const reason = found.find(({ question }) => question === 'reason')!
    const price = reason.options.find(({ value }) => value === 'price')!
    expect(price).toMatchObject({ text: 'The price', isOffered: false })
    expect(price.n).toBeGreaterThan(0)
    expect(found.at(-1)).toMatchObject({ question: 'uses', isAsked: false })
  })

  it('are in the language asked for, where the survey has it', async () => {
    const { app, id } = await withAnswers()
    const textsIn = async (lang: string) => {
      const { questions } = await read(app, `${id}/results?lang=${lang}`)
      const { ask, options } = questions.find(({ question }) => question === 'reason')!
      return [ask, ...options.map(({ text }) => text)]
    }
    expect(await textsIn('de')).toContain('Am Preis')
    expect(await textsIn('cs')).toContain('The price')
    // Not translated yet.
    expect(await textsIn('ar')).toContain('Nobody called back')
  })

  it('count the latest response of each customer on demand', async () => {
    const app = await makeApp()
    const survey = await makeSurvey(app.db, 'every-kind', everyKind)
    for (const [daysAgo, solved] of [
      [2, 'no'],
      [1, 'yes'],
    ] as const)
      await saveResponse(
        app.db,
        aResponse(survey.id, {
          definition: everyKind,
          answers: { nps: 9, solved },
          customer: { externalId: 'c-1' },
          customerVerified: true,
          answeredAt: NOW - daysAgo * DAY,
          day: dayOf(NOW - daysAgo * DAY, 'Europe/Prague'),
        }),
      )
    const { questions } = await read(app, `${survey.id}/results?counting=customers`)
    const { options } = questions.find(({ question }) => question === 'solved')!
    expect(options.map(({ value, n }) => [value, n])).toEqual([
      ['yes', 1],
      ['no', 0],
    ])
  })

  it('are empty, not zero, without an answer', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db, 'every-kind', everyKind)
    const { responses, questions } = await read(app, `${id}/results`)
    expect(responses).toBe(0)
    expect(questions).toHaveLength(everyKind.questions.length)
    for (const { n, options } of questions) {
      expect(n).toBe(0)
      for (const { share } of options) expect(share).toBeNull()
    }
  })
})
