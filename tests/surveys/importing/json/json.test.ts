import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { flatten } from '../../../../surveys/importing/json/flatten.ts'
import { jsonListFinder, jsonObjects } from '../../../../surveys/importing/json/jsonObjects.ts'

function cut(text: string, piece = 1_000) {
  const finder = jsonListFinder()
  finder.take(text)
  const cutter = jsonObjects(finder.found()[0] ?? '[]', 10_000)
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

it.each([
  ['one object a line', '{"a": 1}\n{"a": 2}\n', ['{"a": 1}', '{"a": 2}']],
  [
    'objects with lists in them, one a line',
    '{"a":[{"b":1}]}\n{"a":[]}',
    ['{"a":[{"b":1}]}', '{"a":[]}'],
  ],
  ['a single object', '{"a": 1}', ['{"a": 1}']],
  ['a list deeper inside', '{"r": {"rows": [{"a": 1}, {"a": 2}]}}', ['{"a": 1}', '{"a": 2}']],
  [
    'the longest of several lists',
    '{"meta":[{"v":1}],"data":[{"a":1},{"a":2}]}',
    ['{"a":1}', '{"a":2}'],
  ],
])('reads %s', (_, text, expected) => {
  for (const piece of [1, 3, 1_000])
    expect(cut(text, piece).map((object) => object.text)).toEqual(expected)
})

it.each([
  ['a list of numbers', '[1, 2, 3]', 'what stands here'],
  ['a word among the objects', '[{"a": 1}, oops, {"a": 2}]', 'what stands here'],
  ['a line that is no object', '{"a": 1}\noops\n{"a": 2}', 'line 2: what stands here'],
  ['brackets that do not match', '[{"a": 1]}', 'closes what was not opened'],
])('refuses %s', (_, text, reason) => {
  expect(() => cut(text)).toThrow(reason)
})

it('takes nested brackets in time that grows with their number alone', () => {
  expect(() => cut('['.repeat(200_000))).toThrow('nested more than 100 deep')
  expect(() => cut(`[${'{"a":'.repeat(100_000)}`)).toThrow('nested more than 100 deep')
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
