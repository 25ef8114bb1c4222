import { describe, expect, it } from 'vitest'
import { differences } from '../../surveys/differences.ts'
import type { SurveyDraft } from '../../surveys/definition.ts'
import { definition } from '../support/surveys.ts'

function changed(change: (draft: SurveyDraft) => void): SurveyDraft {
  const draft: SurveyDraft = structuredClone(definition)
  change(draft)
  return draft
}

const since = (change: (draft: SurveyDraft) => void) => differences(definition, changed(change))

describe('differences', () => {
  it('are none between equals, whatever the order of languages within a text and spaces around it', () => {
    const same = changed((draft) => {
      draft.questions[0]!.text = Object.fromEntries(
        Object.entries(draft.questions[0]!.text).toReversed(),
      )
      draft.thanks.en!.happy += ' '
      draft.questions[1]!.text.en = { ...draft.questions[1]!.text.en!, hint: '' } as never
    })
    expect(differences(definition, same)).toEqual([])
  })

  it('name a changed text by question, language and band', () => {
    expect(
      since((draft) => {
        draft.questions[1]!.text.en = {
          ask: { unhappy: 'Why?', neutral: 'What was missing?', happy: 'What went well?' },
        }
      }),
    ).toEqual([
      {
        kind: 'changed',
        where: ['questions', 'why', 'text', 'en', 'ask', 'unhappy'],
        before: 'What went wrong?',
        after: 'Why?',
      },
    ])
  })

  it('report one wording for all in place of one for each band', () => {
    const told = since((draft) => {
      draft.questions[1]!.text.en = { ask: 'Why?' }
    })
    expect(told.map(({ kind, where }) => [kind, where.at(-1)])).toEqual([
      ['added', 'ask'],
      ['removed', 'unhappy'],
      ['removed', 'neutral'],
      ['removed', 'happy'],
    ])
  })

  it('report added and removed questions by their text', () => {
    expect(
      since((draft) => {
        draft.questions[2] = { id: 'solved', kind: 'yesno', text: { en: { ask: 'Solved?' } } }
      }),
    ).toEqual([
      { kind: 'removed', where: ['questions', 'reasons'], before: 'What was it about?' },
      { kind: 'added', where: ['questions', 'solved'], after: 'Solved?' },
    ])
  })

  it('report the fewest moves that explain an order', () => {
    expect(since(({ questions }) => questions.unshift(questions.pop()!))).toEqual([
      { kind: 'moved', where: ['questions', 'reasons'], before: 3, after: 1 },
    ])
  })

  it('show another scale under the same id', () => {
    expect(since(({ questions }) => Object.assign(questions[0]!, { kind: 'csat' }))).toEqual([
      { kind: 'changed', where: ['questions', 'score', 'kind'], before: 'nps', after: 'csat' },
    ])
  })

  it('report a language once, not text by text', () => {
    expect(
      since((draft) => {
        draft.languages = ['en', 'de']
        draft.questions[0]!.text.de = draft.questions[0]!.text.en!
        delete draft.questions[0]!.text.he
      }),
    ).toEqual([
      { kind: 'removed', where: ['languages'], before: 'he' },
      { kind: 'added', where: ['languages'], after: 'de' },
    ])
  })

  it('report conditions, options, links and the look, too', () => {
    const told = since((draft) => {
      const reasons = draft.questions[2]!
      if (reasons.kind !== 'choices') throw new Error('unexpected')
      reasons.options.push('staff')
      reasons.other = true
      reasons.showIf = { question: 'score', bands: ['unhappy', 'neutral'] }
      draft.links = [{ url: 'https://a.example', text: { en: 'Tell others' } }]
      draft.look = { colour: '#0b6a62' }
    })
    expect(told).toEqual([
      { kind: 'added', where: ['questions', 'reasons', 'options'], after: 'staff' },
      { kind: 'added', where: ['questions', 'reasons', 'showIf', 'bands'], after: 'neutral' },
      { kind: 'added', where: ['questions', 'reasons', 'other'], after: true },
      { kind: 'added', where: ['links', '0', 'url'], after: 'https://a.example' },
      { kind: 'added', where: ['links', '0', 'text', 'en'], after: 'Tell others' },
      { kind: 'added', where: ['look', 'colour'], after: '#0b6a62' },
    ])
  })
})
