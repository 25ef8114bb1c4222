import { expect, test } from 'vitest'
import { MOST_LOGO_CHARACTERS, surveyDefinition } from '../../surveys/survey.ts'
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

test('a logo that does not fit into the page is refused, saying what does', () => {
  const { svg, other } = MOST_LOGO_CHARACTERS
  const logo = (type: string, length: number) => `data:image/${type};base64,`.padEnd(length, 'A')
  for (const [type, most] of [
    ['svg+xml', svg],
    ['png', other],
    ['webp', other],
  ] as const) {
    expect(complaints({ ...everyKind, look: { logo: logo(type, most) } })).toBe(undefined)
    expect(complaints({ ...everyKind, look: { logo: logo(type, most + 1) } })).toEqual([
      ['look.logo', 'must be smaller, to fit into the page: 1.5 KB as SVG, 0.6 KB as PNG or WebP'],
    ])
  }
})
