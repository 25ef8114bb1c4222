import { describe, expect, test } from 'vitest'
import { isLow } from '../../surveys/answers.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { LOCALES } from '../../surveys/locales/index.ts'
import { SCALES } from '../../surveys/scoring/metrics.ts'
import { mainQuestion, surveyDefinition } from '../../surveys/definition.ts'
import { ALL_TEMPLATES, TEMPLATES, definitionFrom } from '../../surveys/templates/index.ts'
import { MOMENTS } from '../../surveys/templates/moments/index.ts'

const LANGUAGES = ['en', 'cs', 'sk', 'pl', 'de', 'he']
const all = Object.values(ALL_TEMPLATES)
const moments = Object.values(MOMENTS)

describe.each(all)('the $id template', ({ id, metric, name, description, definition }) => {
  test('is a survey that can be published, and asks for its own score first', () => {
    expect(surveyDefinition.parse(definition)).toEqual(definition)
    expect(definition.questions[0]).toBe(mainQuestion(definition))
    expect(mainQuestion(definition).kind).toBe(metric)
    expect(ALL_TEMPLATES[id].id).toBe(id)
  })

  test('has every text in every language', () => {
    expect(definition.languages).toEqual(LANGUAGES)
    for (const texts of [
      name,
      description,
      definition.thanks,
      ...definition.questions.map(({ text }) => text),
    ])
      expect(Object.keys(texts).sort()).toEqual([...LANGUAGES].sort())
  })

  test('has a second question worded for each band', () => {
    for (const question of definition.questions)
      if (question.kind === 'text')
        for (const { ask } of Object.values(question.text))
          expect(new Set(Object.values(ask)).size).toBe(3)
  })

  test('names the company, and uses no exclamation marks', () => {
    for (const { ask } of Object.values(mainQuestion(definition).text))
      expect(ask).toContain('{company}')
    expect(JSON.stringify({ name, description, definition })).not.toContain('!')
  })

  test('opens a follow-up for everyone in the unhappy band', () => {
    const { min, unhappyTo } = SCALES[metric]
    const { id: score } = mainQuestion(definition)
    expect(isLow(definition, { [score]: min })).toBe(true)
    expect(isLow(definition, { [score]: unhappyTo })).toBe(true)
    expect(isLow(definition, { [score]: unhappyTo + 1 })).toBe(false)
  })
})

test.each(moments)(
  '$id asks the unhappy alone whether and where they may be reached',
  (template) => {
    const { questions } = template.definition
    const score = mainQuestion(template.definition).id
    expect(questions.filter(({ kind }) => kind === 'yesno' || kind === 'contact')).toMatchObject([
      { id: 'may_contact', showIf: { question: score, bands: ['unhappy'] } },
      { id: 'contact', showIf: { question: 'may_contact', options: ['yes'] } },
    ])
  },
)

describe('a definition from a template', () => {
  test('has only the languages chosen, in their order', () => {
    const definition = definitionFrom(TEMPLATES.nps, ['he', 'en'])
    expect(surveyDefinition.parse(definition).languages).toEqual(['he', 'en'])
    expect(Object.keys(definition.thanks)).toEqual(['he', 'en'])
    expect(JSON.stringify(definition)).not.toContain('empfehlen')
  })

  test('has them all when none is chosen, and is a copy', () => {
    const definition = definitionFrom(TEMPLATES.ces)
    expect(definition).toEqual(TEMPLATES.ces.definition)
    definition.languages.pop()
    expect(TEMPLATES.ces.definition.languages).toEqual(LANGUAGES)
  })

  test.each([[['en', 'fr']], [['en', 'en']], [[]]])('is refused for %j', (languages) => {
    const make = () => definitionFrom(TEMPLATES.nps, languages)
    expect(make).toThrow(InvalidInput)
    expect(make).toThrow(/^languages: /)
  })
})

test('the page speaks every language of the templates', () => {
  expect(Object.keys(LOCALES)).toEqual(expect.arrayContaining(LANGUAGES))
})
