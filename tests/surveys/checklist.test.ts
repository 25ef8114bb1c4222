import { describe, expect, it } from 'vitest'
import { checklist, missingTexts } from '../../surveys/checklist.ts'
import { estimatedSeconds } from '../../surveys/duration.ts'
import { surveyDefinition, type Question, type SurveyDraft } from '../../surveys/definition.ts'
import { TEMPLATES } from '../../surveys/templates/index.ts'
import { definition } from '../support/surveys.ts'

const yesNo = (id: string, showIf?: Question['showIf']): Question => ({
  id,
  kind: 'yesno',
  text: { en: { ask: 'Was it solved?' } },
  ...(showIf && { showIf }),
})

const score: Question = {
  id: 'score',
  kind: 'nps',
  text: { en: { ask: 'Would you recommend us?', low: 'No', high: 'Yes' } },
}

const why: Question = { id: 'why', kind: 'text', text: { en: { ask: 'Why?' } } }

const short = (questions: Question[], rest: Partial<SurveyDraft> = {}): SurveyDraft => ({
  languages: ['en'],
  questions,
  thanks: { en: { unhappy: 'Sorry.', neutral: 'Thanks.', happy: 'Thanks.' } },
  ...rest,
})

const codes = (draft: SurveyDraft) =>
  checklist(draft).map(({ level, code, where }) => `${level} ${code} ${where.join('.')}`)

describe('the checklist', () => {
  it('finds nothing wrong with a short survey that has a score and a reason', () => {
    expect(codes(short([score, why]))).toEqual([])
  })

  it.each(Object.values(TEMPLATES))('finds nothing to finish in the template $id', (template) => {
    const { definition } = template
    expect(checklist(definition).filter(({ level }) => level === 'must')).toEqual([])
    expect(missingTexts(definition)).toEqual([])
  })

  it('distinguishes texts that fall back to the first language from those that block publishing', () => {
    const draft = short([score, why], { languages: ['en', 'de'] })
    draft.questions[1] = { ...why, text: { en: { ask: ' ' }, de: { ask: '' } } } as Question
    expect(codes(draft)).toEqual([
      'must missing-text questions.1.text.en.ask',
      'must missing-text questions.1.text.de.ask',
      'should missing-translation questions.0.text.de.ask',
      'should missing-translation questions.0.text.de.low',
      'should missing-translation questions.0.text.de.high',
      'should missing-translation thanks.de.unhappy',
      'should missing-translation thanks.de.neutral',
      'should missing-translation thanks.de.happy',
    ])
    expect(checklist(draft)[0]!.params).toEqual({ language: 'en' })
  })

  it('requires the thanks for each band, and the text of every option', () => {
    const choice: Question = {
      id: 'about',
      kind: 'choice',
      options: ['speed', 'price'],
      text: { en: { ask: { unhappy: 'A', neutral: '', happy: 'C' }, options: { speed: 'Speed' } } },
    }
    expect(codes(short([score, why, choice], { thanks: {} }))).toEqual([
      'must missing-text questions.2.text.en.ask.neutral',
      'must missing-text questions.2.text.en.options.price',
      'must missing-text thanks.en.unhappy',
      'must missing-text thanks.en.neutral',
      'must missing-text thanks.en.happy',
    ])
  })

  it('requires exactly what publishing requires', () => {
    const drafts = [
      definition,
      short([why]),
      short([score], { thanks: {} }),
      short([score, yesNo('a', { question: 'score', values: [11] })]),
      short([score, yesNo('a', { question: 'b', bands: ['happy'] }), yesNo('b')]),
      short([score, why], { look: { colour: '#ffff00' } }),
      short([score, yesNo('a'), yesNo('b'), yesNo('c')]),
    ]
    for (const draft of drafts)
      expect(checklist(draft).some(({ level }) => level === 'must')).toBe(
        !surveyDefinition.safeParse(draft).success,
      )
  })

  it('recommends asking unhappy customers for a reason', () => {
    const only = (bands: ('unhappy' | 'happy')[]): Question => ({
      ...why,
      showIf: { question: 'score', bands },
    })
    expect(codes(short([score]))).toEqual(['should no-reason-asked questions.0'])
    expect(codes(short([score, only(['happy'])]))).toEqual(['should no-reason-asked questions.0'])
    expect(codes(short([score, only(['unhappy'])]))).toEqual([])
  })

  it('finds conditions that are never met, and the questions behind them', () => {
    const never = yesNo('never', { question: 'score', values: [11] })
    const waiting = yesNo('waiting', { question: 'never', options: ['yes'] })
    expect(codes(short([score, never, waiting]))).toContain(
      'must impossible-condition questions.1.showIf',
    )
    expect(codes(short([score, never, waiting]))).toContain('should unreachable questions.2.showIf')
  })

  it.each([
    ['in the first place', (asked: Question) => [asked, yesNo('solved'), why], 0],
    ['after what it depends on', (asked: Question) => [yesNo('solved'), asked, why], 1],
  ])('refuses a first score with a condition, %s, as publication does', (_, put, at) => {
    const asked = { ...score, showIf: { question: 'solved', options: ['yes'] } } as Question
    const draft = short(put(asked))
    expect(codes(draft)).toContain(`must score-for-everyone questions.${at}.showIf`)
    expect(codes(draft)).not.toContain(`must impossible-condition questions.${at}.showIf`)
    const { error } = surveyDefinition.safeParse(draft)
    expect(error!.issues.map(({ path }) => path.join('.'))).toEqual([`questions.${at}.showIf`])
  })

  it('distinguishes a missing URL from an unfinished one', () => {
    const links = ['', 'https://', 'reviews.example', 'https://reviews.example'].map((url) => ({
      url,
      text: { en: 'Review us' },
    }))
    expect(codes(short([score, why], { links }))).toEqual([
      'must missing-address links.0.url',
      'must unfinished-address links.1.url',
      'must unfinished-address links.2.url',
      'should links-for-everyone links',
    ])
  })

  it('warns of more than three questions, of faces, of long texts, faint colours and of links', () => {
    const long = structuredClone(score)
    long.text.en!.ask = 'x'.repeat(121)
    const faces: Question = { ...score, id: 'faces', kind: 'csat', display: 'faces' }
    const links = [{ url: 'https://reviews.example', text: { en: 'Review us' } }]
    expect(
      codes(short([long, why, faces, yesNo('a')], { links, look: { colour: '#ffe680' } })),
    ).toEqual([
      'should long-text questions.0.text.en.ask',
      'should many-questions questions',
      'should biased-display questions.2.display',
      'should faint-colour look.colour',
      'should links-for-everyone links',
    ])
  })

  it('names the nearest colour that passes', () => {
    const [advice] = checklist(short([score, why], { look: { colour: '#ffe680' } }))
    expect(advice!.params).toMatchObject({ colour: '#ffe680', needed: 4.5 })
    expect(advice!.params.nearest).toMatch(/^#[0-9a-f]{6}$/)
  })
})

describe('the time it takes', () => {
  it('is 1.5 s a tap, reading at 238 and typing at 36 words a minute', () => {
    // 4 + 2 words to read and 2 taps; 1 word to read and 8 to type.
    expect(estimatedSeconds(short([score]))).toBe(Math.round((6 / 238) * 60 + 3))
    expect(estimatedSeconds(short([score, why]))).toBe(
      Math.round((7 / 238) * 60 + 3 + (8 / 36) * 60),
    )
  })

  it('is that of the band with the most questions', () => {
    const unhappy: Question = { ...why, showIf: { question: 'score', bands: ['unhappy'] } }
    const happy: Question = {
      ...unhappy,
      id: 'praise',
      showIf: { question: 'score', bands: ['happy'] },
    }
    expect(estimatedSeconds(short([score, unhappy, happy]))).toBe(
      estimatedSeconds(short([score, why])),
    )
  })

  it('counts words where there are no spaces', () => {
    const japanese = short([{ ...why, text: { ja: { ask: '今日の対応はいかがでしたか。' } } }], {
      languages: ['ja'],
    })
    expect(estimatedSeconds(japanese)).toBeGreaterThan(estimatedSeconds(short([why])))
  })

  it('is warned of beyond 30 seconds', () => {
    const more = { ...why, id: 'more' } as Question
    const most = { ...why, id: 'most' } as Question
    expect(codes(short([score, why, more]))).toEqual(['should long-survey questions'])
    expect(codes(short([score, why, more, most]))).toContain('should long-survey questions')
  })
})
