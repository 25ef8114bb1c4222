import { describe, expect, test } from 'vitest'
import { keyWords } from '../../../surveys/scoring/keyness.ts'

const respondents = { group: 100, rest: 300 }

describe('distinctive words', () => {
  test('are those that the group uses more than chance explains, most distinctive first', () => {
    const words = keyWords(
      [
        { word: 'the', group: 50, rest: 150 },
        { word: 'waiting', group: 20, rest: 6 },
        { word: 'rude', group: 15, rest: 2 },
        { word: 'friendly', group: 3, rest: 90 },
      ],
      respondents,
    )
    expect(words.filter(({ telling }) => telling).map(({ word }) => word)).toEqual([
      'waiting',
      'rude',
    ])
    expect(words.at(-1)).toMatchObject({ word: 'friendly', telling: false })
    expect(words.find(({ word }) => word === 'the')!.z).toBeCloseTo(0, 12)
  })

  test('a word of fewer than five respondents, or three in the group, is not tested', () => {
    const words = [
      { word: 'four', group: 4, rest: 0 },
      { word: 'elsewhere', group: 2, rest: 30 },
      { word: 'five', group: 3, rest: 2 },
    ]
    expect(keyWords(words, respondents).map(({ word }) => word)).toEqual(['five'])
  })

  test('a word that everybody used distinguishes nobody', () => {
    expect(keyWords([{ word: 'support', group: 100, rest: 300 }], respondents)).toEqual([])
  })
})
