import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { flatten } from '../../../surveys/importing/flatten.ts'
import { jsonObjects } from '../../../surveys/importing/jsonObjects.ts'

function cut(text: string, piece = 1_000) {
  const cutter = jsonObjects(10_000)
  const found = []
  for (let from = 0; from < text.length; from += piece)
    found.push(...cutter.take(text.slice(from, from + piece)))
  cutter.end()
  return found
}

it('cuts a list into its objects, in whatever pieces it comes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(0, 2),
      (objects, piece, indent) => {
        const found = cut(JSON.stringify(objects, null, indent), piece)
        expect(found.map(({ text }) => JSON.parse(text) as unknown)).toEqual(
          JSON.parse(JSON.stringify(objects)),
        )
      },
    ),
  )
  expect.assertions(100)
})

it('finds the list in an object around it, and the line of each object', () => {
  const found = cut('{ "data": [\n{"a": 1},\n{"a": [{"b": 2}]}\n] }')
  expect(found).toEqual([
    { line: 2, text: '{"a": 1}' },
    { line: 3, text: '{"a": [{"b": 2}]}' },
  ])
})

it('says where a list breaks off, and which object is too large', () => {
  expect(() => cut('[\n{"a": 1},\n{"a": ')).toThrow('line 3: the file ends before its list does')
  expect(() => cut(`[\n{"a": "${'x'.repeat(20_000)}"}]`)).toThrow('line 2: an object is larger')
})

it('names nested values by their path, labelled ones by their label', () => {
  const cells = flatten({
    id: 7,
    person: { email: 'a@example.com', name: null },
    tags: ['vip', 'beta'],
    customProps: [{ label: 'Plan', value: 'Pro' }],
    additional_answers: [{ id: 'x', value: { free_response: 'Hi' }, question: { text: 'Why?' } }],
    answers: [{ choice: 5, question: { metric: 'csat' } }],
  })
  expect(Object.fromEntries(cells)).toEqual({
    id: '7',
    'person.email': 'a@example.com',
    tags: 'vip, beta',
    'customProps.Plan': 'Pro',
    'additional_answers.Why?.free_response': 'Hi',
    'answers.1.choice': '5',
    'answers.1.question.metric': 'csat',
  })
})
