import { expect, test } from 'vitest'
import { surveyDefinition } from '../../surveys/definition.ts'
import { everyKind } from '../support/everyKind.ts'

const complaints = (definition: unknown) =>
  surveyDefinition
    .safeParse(definition)
    .error?.issues.map(({ path, message }) => [path.join('.'), message])

test('the first score is asked of everyone, the others may wait for an answer', () => {
  const [nps, ...rest] = everyKind.questions
  const solved = rest.find(({ id }) => id === 'solved')!
  const showIf = { question: 'solved', options: ['yes'] }
  expect(complaints({ ...everyKind, questions: [nps, solved, { ...rest[0], showIf }] })).toBe(
    undefined,
  )
  expect(complaints({ ...everyKind, questions: [solved, { ...nps, showIf }] })).toEqual([
    ['questions.1.showIf', 'must not be there: the first score is asked first, of everyone'],
  ])
})
