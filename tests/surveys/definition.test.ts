import { describe, expect, test } from 'vitest'
import { answersFromForm, isShown, readAnswers, shownAnswers } from '../../surveys/answers.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { surveyDefinition, surveyDraft, type SurveyDefinition } from '../../surveys/definition.ts'

const ask = { en: { ask: 'What do you say?' } }
const ends = { en: { ask: 'How was it?', low: 'Bad', high: 'Good' } }

const all = {
  languages: ['en'],
  questions: [
    { id: 'score', kind: 'csat', display: 'faces', text: ends },
    { id: 'wait', kind: 'scale', min: 1, max: 7, text: ends },
    { id: 'solved', kind: 'yesno', text: ask },
    {
      id: 'reason',
      kind: 'choice',
      options: ['speed', 'price'],
      other: true,
      showIf: { question: 'solved', options: ['no'] },
      text: { en: { ask: 'Why?', options: { speed: 'Speed', price: 'Price' } } },
    },
    {
      id: 'slow',
      kind: 'text',
      short: true,
      showIf: { question: 'wait', values: [1, 2] },
      text: ask,
    },
    { id: 'more', kind: 'text', showIf: { question: 'reason', options: ['other'] }, text: ask },
    { id: 'write', kind: 'contact', showIf: { question: 'score', bands: ['unhappy'] }, text: ask },
  ],
  thanks: { en: { unhappy: 'Thank you.', neutral: 'Thank you.', happy: 'Thank you.' } },
}
const survey = surveyDefinition.parse(all)

const changed = (change: (survey: SurveyDefinition) => void): unknown => {
  const copy = structuredClone(survey)
  change(copy)
  return copy
}

const complaints = (given: unknown) =>
  surveyDefinition.safeParse(given).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('a definition', () => {
  test('may ask every kind of question', () => {
    expect(survey.questions.map(({ kind }) => kind)).toEqual(all.questions.map(({ kind }) => kind))
  })

  test.each([
    ['questions.1.id', (s: SurveyDefinition) => (s.questions[1]!.id = 'score')],
    ['questions.1.id', (s: SurveyDefinition) => (s.questions[1]!.id = 'token')],
    ['questions.4.id', (s: SurveyDefinition) => (s.questions[4]!.id = 'reason_other')],
    ['questions.1.max', (s: SurveyDefinition) => Object.assign(s.questions[1]!, { max: 11 })],
    [
      'questions.3.options',
      (s: SurveyDefinition) => Object.assign(s.questions[3]!, { options: ['a', 'a'] }),
    ],
    [
      'questions.4.showIf.question',
      (s: SurveyDefinition) => (s.questions[4]!.showIf = { question: 'write', values: [1] }),
    ],
    [
      'questions.4.showIf.values',
      (s: SurveyDefinition) => (s.questions[4]!.showIf = { question: 'wait', values: [8] }),
    ],
    [
      'questions.4.showIf.question',
      (s: SurveyDefinition) => (s.questions[4]!.showIf = { question: 'wait', bands: ['happy'] }),
    ],
    [
      'questions.5.showIf.options',
      (s: SurveyDefinition) =>
        (s.questions[5]!.showIf = { question: 'reason', options: ['weather'] }),
    ],
    [
      'questions.4.showIf',
      (s: SurveyDefinition) => (s.questions[4]!.showIf = { question: 'wait' }),
    ],
    ['look.colour', (s: SurveyDefinition) => (s.look = { colour: 'red; }' })],
    ['look.logo', (s: SurveyDefinition) => (s.look = { logo: 'data:text/html;base64,AAAA' })],
    [
      'links.0.url',
      (s: SurveyDefinition) => (s.links = [{ url: 'javascript:alert(1)', text: { en: 'Look' } }]),
    ],
    [
      'links.0.text.en',
      (s: SurveyDefinition) => (s.links = [{ url: 'https://example.com/', text: {} }]),
    ],
    ['sites.0', (s: SurveyDefinition) => (s.sites = ["https://a.example; script-src 'none'"])],
    ['thanks.en.happy', (s: SurveyDefinition) => (s.thanks.en!.happy = 'Turned \u202earound')],
  ])('names %s if that is invalid', (path, change) => {
    expect(complaints(changed(change))).toContain(path)
  })

  test('may lack texts while it is a draft, but no parts', () => {
    const blank = changed((s) => {
      s.thanks.en!.happy = ''
      s.questions[0]!.text = {}
    })
    expect(surveyDraft.safeParse(blank).success).toBe(true)
    expect(complaints(blank)).toEqual(['thanks.en.happy', 'questions.0.text.en'])
    expect(surveyDraft.safeParse(changed((s) => (s.questions = []))).success).toBe(false)
  })
})

describe('answers', () => {
  test('to every kind of question are read', () => {
    const given = {
      score: 2,
      wait: 1,
      solved: 'no',
      reason: 'other',
      reason_other: ' The weather ',
      slow: 'Ten minutes',
      more: '',
      write: 'ann@example.com',
    }
    expect(readAnswers(survey, given)).toEqual({
      score: 2,
      wait: 1,
      solved: 'no',
      reason: 'other',
      reason_other: 'The weather',
      slow: 'Ten minutes',
      write: 'ann@example.com',
    })
  })

  test.each([
    ['wait', 8],
    ['wait', '3'],
    ['solved', 'maybe'],
    ['reason', 'weather'],
    ['slow', 'x'.repeat(201)],
    ['reason_other', 'x'.repeat(201)],
    ['solved_other', 'x'],
    ['write', 'not an address'],
  ])('to %s that are invalid are refused by its name', (name, answer) => {
    const refused = () => readAnswers(survey, { score: 5, [name]: answer })
    expect(refused).toThrow(InvalidInput)
    expect(refused).toThrow(`answers.${name}`)
  })

  test('lose the text of "other" if something else is chosen', () => {
    expect(readAnswers(survey, { reason: 'speed', reason_other: 'The weather' })).toEqual({
      reason: 'speed',
    })
  })

  test('are the same from a form and from the script', () => {
    const form = new Map([
      ['wait', ['7']],
      ['solved', ['no']],
      ['reason', ['other']],
      ['reason_other', ['The weather']],
      ['slow', ['']],
    ])
    expect(answersFromForm(survey, (name) => form.get(name) ?? [])).toEqual({
      wait: 7,
      solved: 'no',
      reason: 'other',
      reason_other: 'The weather',
    })
  })

  test('lead to questions by band, by number and by choice', () => {
    const shown = (answers: Record<string, number | string>) =>
      survey.questions.filter((each) => isShown(survey, each, answers)).map(({ id }) => id)
    expect(shown({})).toEqual(['score', 'wait', 'solved'])
    expect(shown({ score: 1, wait: 2, solved: 'no', reason: 'other' })).toEqual([
      'score',
      'wait',
      'solved',
      'reason',
      'slow',
      'more',
      'write',
    ])
  })

  test('are dropped with the question that led to them', () => {
    const said = { score: 5, solved: 'yes', reason: 'other', reason_other: 'Rain', more: 'Wet.' }
    expect(shownAnswers(survey, said)).toEqual({ score: 5, solved: 'yes' })
  })
})
