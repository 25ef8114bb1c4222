import { describe, expect, it } from 'vitest'
import { surveyDefinition, type ChoiceQuestion } from '../../../../../surveys/definition.ts'
import {
  nameFrom,
  optionNameProblem,
  questionNameProblem,
  withName,
  withOptionName,
} from '../../../../../web/dashboard/editor/model/names.ts'
import { definition } from '../../../../support/surveys.ts'

const [score, why, reasons] = [0, 1, 2]
const depending = surveyDefinition.parse({
  ...definition,
  questions: [
    ...definition.questions,
    {
      id: 'price',
      kind: 'text',
      showIf: { question: 'reasons', options: ['price'] },
      text: { en: { ask: 'What would be fair?' } },
    },
  ],
})

describe('renaming a question', () => {
  it('updates the conditions that ask about it, and nothing else', () => {
    const renamed = surveyDefinition.parse(withName(depending, score, 'recommend'))
    expect(renamed.questions.map(({ id }) => id)).toEqual(['recommend', 'why', 'reasons', 'price'])
    expect(renamed.questions[reasons]!.showIf).toEqual({
      question: 'recommend',
      bands: ['unhappy'],
    })
    expect(renamed.questions[3]).toEqual(depending.questions[3])
  })

  it.each([
    ['cause', null],
    ['why', null],
    ['Cause', 'format'],
    ['2nd', 'format'],
    ['', 'format'],
    ['constructor', 'format'],
    ['score', 'taken'],
    ['token', 'taken'],
    ['reasons_other', 'taken'],
    ['earlier', 'published'],
  ])('to %s is %s', (name, problem) => {
    const draft = structuredClone(depending)
    ;(draft.questions[reasons] as ChoiceQuestion).other = true
    expect(questionNameProblem(draft, why, name, { earlier: [] })).toBe(problem)
  })

  it('minds the name that its "something else" would have', () => {
    const draft = structuredClone(depending)
    ;(draft.questions[reasons] as ChoiceQuestion).other = true
    const taken = withName(draft, why, 'cause_other')
    expect(questionNameProblem(taken, reasons, 'cause', {})).toBe('taken')
  })
})

describe('renaming an option', () => {
  it('updates its texts in every language and the conditions that name it', () => {
    const renamed = surveyDefinition.parse(withOptionName(depending, reasons, 'price', 'cost'))
    expect(renamed.questions[reasons]).toMatchObject({
      options: ['speed', 'cost'],
      text: { en: { options: { speed: 'Speed', cost: 'Price' } } },
    })
    expect(renamed.questions[3]!.showIf).toEqual({ question: 'reasons', options: ['cost'] })
  })

  it.each([
    ['cost', null],
    ['a b', 'format'],
    ['speed', 'taken'],
    ['other', 'taken'],
    ['quality', 'published'],
  ])('to %s is %s', (name, problem) => {
    const question = depending.questions[reasons] as ChoiceQuestion
    expect(optionNameProblem(question, 'price', name, { reasons: ['quality'] })).toBe(problem)
  })
})

it('turns any typed text into a valid name', () => {
  expect(nameFrom(' Main reason-why ')).toBe('main_reason_why')
})
