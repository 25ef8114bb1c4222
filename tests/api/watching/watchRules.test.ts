import { describe, expect, it } from 'vitest'
import { watchSurveys } from '../../../api/jobs/watch.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { surveyDefinition } from '../../../surveys/definition.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'
import { THIS_WEEK, USUAL, withWeeks, calm, read, alertsOf, put, RULES } from './weeks.ts'

describe('watch rules', () => {
  it('suit the survey until someone changes them', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(15))
    expect(await read(app, `/surveys/${id}/watch`)).toEqual({
      shift: { on: true },
      share: { on: false, over: 30, days: 14 },
      silence: { on: false, days: 4 },
      question: 'score',
      usual: { perWeek: 40, unhappy: 20 },
    })
    await put(app, `/surveys/${id}/watch`, RULES)
    expect(await read(app, `/surveys/${id}/watch`)).toMatchObject(RULES)
  })

  it('belong to a survey that exists', async () => {
    const app = await makeApp()
    expect((await put(app, '/surveys/nothing/watch', RULES)).status).toBe(404)
    expect((await put(app, '/surveys/nothing/baseline', { from: '2026-11-01' })).status).toBe(404)
  })

  it.each([
    [{ ...RULES, share: { on: true, over: 0, days: 14 } }, 'share.over'],
    [{ ...RULES, share: { on: true, over: 30.5, days: 14 } }, 'share.over'],
    [{ ...RULES, silence: { on: true, days: 91 } }, 'silence.days'],
    [{ ...RULES, shift: { on: 'yes' } }, 'shift.on'],
    [{ shift: { on: true } }, 'share'],
    [{ ...RULES, weather: true }, 'weather'],
  ])('refuse %j', async (rules, field) => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answer = await put(app, `/surveys/${id}/watch`, rules)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field)).toContain(field)
  })
})

describe('a second scored question', () => {
  const twice = surveyDefinition.parse({
    ...definition,
    questions: [
      ...definition.questions,
      {
        id: 'effort',
        kind: 'csat',
        text: { en: { ask: 'How satisfied are you?', low: 'Not at all', high: 'Very' } },
      },
    ],
  })
  const USUAL_EFFORT = [5, 5, 4, 4, 2]
  const WORSE_EFFORT = [4, 2, 2, 1, 1]

  /** Stable recommendations, and satisfaction that falls in the last three of eighteen weeks. */
  async function withFallenEffort(app: TestApp) {
    const survey = await makeSurvey(app.db, 'twice', twice)
    const weeks = Array.from({ length: 18 }, (_, at) => (at < 15 ? USUAL_EFFORT : WORSE_EFFORT))
    await Promise.all(
      weeks.flatMap((efforts, at) =>
        Array.from({ length: 8 }, () =>
          efforts.map((effort, place) =>
            saveResponse(
              app.db,
              aResponse(survey.id, {
                definition: twice,
                answers: { score: USUAL[place]!, effort },
                day: THIS_WEEK - 7 * (18 - at),
              }),
            ),
          ),
        ).flat(),
      ),
    )
    return survey
  }

  it('is watched once someone turns it on, and the main one stays watched', async () => {
    const app = await makeApp()
    const { id } = await withFallenEffort(app)
    expect(await read(app, `/surveys/${id}/watch?question=effort`)).toMatchObject({
      question: 'effort',
      shift: { on: false },
      usual: { perWeek: 40, unhappy: 20 },
    })
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toEqual([])

    const asked = { ...RULES, question: 'effort', shift: { on: true } }
    expect((await put(app, `/surveys/${id}/watch`, asked)).status).toBe(200)
    expect(await read(app, `/surveys/${id}/watch`)).toMatchObject({
      question: 'score',
      shift: { on: true },
    })
    await watchSurveys(app.deps)
    await watchSurveys(app.deps)
    const alerts = await alertsOf(app)
    expect(alerts).toMatchObject([
      { question: 'effort', facts: { kind: 'shift', metric: 'csat', direction: 'down' } },
    ])
    expect(alerts[0]!.weeks.map(({ score }) => score)).toEqual([
      ...Array<number>(15).fill(80),
      20,
      20,
      20,
    ])
  })

  it('keeps its rules when those of the main one change', async () => {
    const app = await makeApp()
    const { id } = await withFallenEffort(app)
    await put(app, `/surveys/${id}/watch`, { ...RULES, question: 'effort', shift: { on: true } })
    await put(app, `/surveys/${id}/watch`, RULES)
    expect(await read(app, `/surveys/${id}/watch?question=effort`)).toMatchObject({
      shift: { on: true },
    })
  })

  it('has to be one of the survey’s', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const wrong = await put(app, `/surveys/${id}/watch`, { ...RULES, question: 'why' })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({
      errors: [{ field: 'question', message: 'must be one of score' }],
    })
    expect((await app.ask('viewer', `/api/v1/surveys/${id}/watch?question=why`)).status).toBe(400)
  })
})
