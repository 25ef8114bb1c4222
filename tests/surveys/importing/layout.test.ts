import { expect, it } from 'vitest'
import {
  headerOf,
  isSubHeader,
  sniffSeparator,
  uniqueNames,
} from '../../../surveys/importing/layout.ts'

it.each([
  ['score,comment\n9,"yes; really; good"\n8,no\n', ','],
  ['score;comment\n9;"yes, really, good"\n8;no, thanks\n', ';'],
  ['score\tcomment\n9\tyes, really\n8\tno\n', '\t'],
  ['score\n9\n8\n', ','],
])('finds the separator of %j', (sample, expected) => {
  expect(sniffSeparator(sample)).toBe(expected)
})

it('takes a first row of words for the header, and one with data in it for data', () => {
  expect(headerOf(['Rating', 'Why?', ''])).toEqual(['Rating', 'Why?', ''])
  expect(headerOf(['9', 'Nice'])).toBeNull()
  expect(headerOf(['Jane', '2021-01-01'])).toBeNull()
  expect(headerOf(['Jane', 'jane@example.com'])).toBeNull()
})

it('gives every column a name of its own', () => {
  expect(uniqueNames(['Score', '', 'Score'])).toEqual(['Score', 'column 2', 'Score (2)'])
})

it('knows the second header row of SurveyMonkey', () => {
  expect(isSubHeader(['Respondent ID', 'Collector ID'], ['', ''])).toBe(true)
  expect(isSubHeader(['Respondent ID', 'Collector ID'], ['118', '7'])).toBe(false)
})
