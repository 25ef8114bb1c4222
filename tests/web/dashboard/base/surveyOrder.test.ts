import { expect, it } from 'vitest'
import { surveysInNav } from '../../../../web/dashboard/base/surveyOrder.ts'
import { searchSurveys } from '../../../../web/dashboard/surveys/searchSurveys.ts'

const survey = (id: string, state: 'draft' | 'live' | 'paused' | 'archived' = 'draft') => ({
  id,
  name: `Survey ${id}`,
  state,
})
const ids = (surveys: { id: string }[]) => surveys.map(({ id }) => id)

it('shows live surveys in the navigation, however many drafts are newer', () => {
  const drafts = Array.from({ length: 30 }, (_, at) => survey(`draft${at}`))
  const surveys = [...drafts, survey('old', 'archived'), survey('b', 'paused'), survey('a', 'live')]
  expect(ids(surveysInNav(surveys, 3, undefined))).toEqual(['a', 'b', 'draft0'])
  expect(ids(surveysInNav(surveys, 2, 'draft9'))).toEqual(['a', 'b', 'draft9'])
  expect(ids(surveysInNav(surveys, 2, 'a'))).toEqual(['a', 'b'])
})

it('finds surveys by parts of their names, without accents and in any order', () => {
  const surveys = [{ name: 'Łódź – po dostawie' }, { name: 'Nach dem Straßenfest' }]
  const find = (text: string) => searchSurveys(surveys, text)
  expect(find('dostaw lodz')).toEqual([surveys[0]])
  expect(find('strasse')).toEqual([surveys[1]])
  expect(find('')).toEqual(surveys)
  expect(find('%')).toEqual([])
})
