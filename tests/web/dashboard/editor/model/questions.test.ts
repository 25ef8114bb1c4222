import { describe, expect, it } from 'vitest'
import {
  surveyDefinition,
  surveyDraft,
  type SurveyDraft,
} from '../../../../../surveys/definition.ts'
import { definitionFrom, TEMPLATES } from '../../../../../surveys/templates/index.ts'
import { QUESTION_KINDS } from '../../../../../surveys/questions.ts'
import { withoutBroken } from '../../../../../web/dashboard/editor/model/conditions.ts'
import {
  withLanguage,
  withoutLanguage,
} from '../../../../../web/dashboard/editor/model/languages.ts'
import { withNewOption, withoutOption } from '../../../../../web/dashboard/editor/model/options.ts'
import {
  scoreFirst,
  withCopy,
  withKind,
  withMoved,
  withNewQuestion,
  withoutQuestion,
  withSetting,
  withWordings,
} from '../../../../../web/dashboard/editor/model/questions.ts'
import {
  textAt,
  thanksSlot,
  askSlot,
  withText,
} from '../../../../../web/dashboard/editor/model/texts.ts'
import { definition } from '../../../../support/surveys.ts'

const ids = ({ questions }: { questions: { id: string }[] }) => questions.map(({ id }) => id)

describe('the questions of a draft', () => {
  it('keep the score in the first place, wherever others are moved', () => {
    expect(ids(withMoved(definition, 2, 0))).toEqual(['score', 'reasons', 'why'])
    expect(ids(withMoved(definition, 0, 2))).toEqual(['score', 'why', 'reasons'])
    const late = { ...definition, questions: definition.questions.toReversed() }
    expect(ids(scoreFirst(late))).toEqual(['score', 'reasons', 'why'])
  })

  it('are asked of the same people when their order changes', () => {
    const moved = withoutBroken(withMoved(definition, 2, 1))
    expect(moved.freed).toEqual([])
    expect(moved.draft.questions[1]!.showIf).toEqual({ question: 'score', bands: ['unhappy'] })
  })

  it('lose a condition on a question that comes later now, and report it', () => {
    const { draft } = withNewQuestion(definition, 'yesno')
    const asked = withSetting(draft, 3, { showIf: { question: 'reasons', options: ['price'] } })
    const moved = withoutBroken(withMoved(asked, 3, 1))
    expect(moved.freed).toEqual(['yesno'])
    expect(moved.draft.questions[1]).not.toHaveProperty('showIf')
    expect(withoutBroken(withoutQuestion(asked, 2)).freed).toEqual(['yesno'])
  })

  it.each(QUESTION_KINDS)('can be added as %s, copied, and saved as a draft', (kind) => {
    const { draft, id } = withNewQuestion(definition, kind)
    const twice = withCopy(draft, 3)
    expect(new Set(ids(twice.draft)).size).toBe(5)
    expect(twice.id).not.toBe(id)
    expect(surveyDraft.safeParse(twice.draft).error).toBeUndefined()
  })

  it('keep their text when their kind changes, between any two kinds', () => {
    for (const from of QUESTION_KINDS)
      for (const to of QUESTION_KINDS) {
        const { draft } = withNewQuestion(definition, from)
        const worded = withText(draft, askSlot(3, 'ask'), 'en', 'What was it?')
        const { draft: changed } = withoutBroken(withKind(worded, 3, to))
        expect(surveyDraft.safeParse(changed).error, `${from} → ${to}`).toBeUndefined()
      }
    const open = withKind(definition, 2, 'choice')
    expect(open.questions[2]).toMatchObject({ kind: 'choice', options: ['speed', 'price'] })
    expect(textAt(open, askSlot(2, 'options', 'speed'), 'en')).toBe('Speed')
  })

  it('are worded once for everyone, or by the score', () => {
    const one = withWordings(definition, 1, false)
    expect(textAt(one, askSlot(1, 'ask'), 'en')).toBe('What was missing?')
    const three = withWordings(one, 1, true)
    expect(textAt(three, askSlot(1, 'ask', 'happy'), 'en')).toBe('What was missing?')
    expect(surveyDefinition.safeParse(three).error).toBeUndefined()
  })
})

describe('the options of a draft', () => {
  const { draft } = withNewQuestion(definition, 'text')
  const asked = withSetting(draft, 3, {
    showIf: { question: 'reasons', options: ['price', 'speed'] },
  })

  it('leave the conditions when they are removed, and the condition with the last one', () => {
    const three = withNewOption(asked, 2)
    const once = withoutBroken(withoutOption(three.draft, 2, 'price'))
    expect(once.draft.questions[3]!.showIf).toEqual({ question: 'reasons', options: ['speed'] })
    expect(once.freed).toEqual([])
    const twice = withoutBroken(withoutOption(once.draft, 2, 'speed'))
    expect(twice.freed).toEqual(['text'])
  })

  it('go from every language at once', () => {
    const german = withText(definition, askSlot(2, 'options', 'price'), 'de', 'Preis')
    const left = withoutOption(german, 2, 'price')
    expect(JSON.stringify(left)).not.toMatch(/price|Preis/)
  })
})

describe('the languages of a draft', () => {
  it('are added without texts, which fall back to the first language', () => {
    const german = withLanguage(definition, 'de')
    expect(german.languages).toEqual(['en', 'he', 'de'])
    const begun = withText(german, thanksSlot('happy'), 'de', 'Danke.')
    expect(begun.thanks['de']).toEqual({ unhappy: '', neutral: '', happy: 'Danke.' })
    expect(withText(begun, thanksSlot('happy'), 'de', '').thanks).not.toHaveProperty('de')
  })

  it.each(Object.values(TEMPLATES))(
    'bring the texts of the $id template where nothing was edited',
    (template) => {
      const { languages } = template.definition
      const two = definitionFrom(template, languages.slice(0, 2))
      const all = languages.slice(2).reduce<SurveyDraft>(withLanguage, two)
      expect(all).toEqual(template.definition)
    },
  )

  it('leave the text of a reworded question empty, and fill the others', () => {
    const nps = definitionFrom(TEMPLATES.nps, ['en'])
    const reworded = withText(nps, askSlot(0, 'ask'), 'en', 'Would you come again?')
    const hebrew = withLanguage(reworded, 'he')
    expect(hebrew.questions[0]!.text).not.toHaveProperty('he')
    expect(hebrew.questions[1]!.text['he']).toEqual(
      TEMPLATES.nps.definition.questions[1]!.text['he'],
    )
    expect(hebrew.thanks['he']).toEqual(TEMPLATES.nps.definition.thanks['he'])
    const thanked = withLanguage(withText(nps, thanksSlot('happy'), 'en', 'Bye.'), 'he')
    expect(thanked.thanks).not.toHaveProperty('he')
  })

  it('have no texts ready that no template has', () => {
    const french = withLanguage(definitionFrom(TEMPLATES.csat, ['en']), 'fr')
    expect(french.questions[0]!.text).not.toHaveProperty('fr')
  })

  it('go with all their texts, and the last one stays', () => {
    const left = withoutLanguage(definition, 'he')
    expect(JSON.stringify(left)).not.toContain('האם')
    expect(withoutLanguage(left, 'en')).toBe(left)
  })
})
