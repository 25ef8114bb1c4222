import { createSurvey, publishSurvey } from '../../db/surveys/surveys.ts'
import type { SavedResponse } from '../../db/responses/save.ts'
import { newId } from '../../db/ids.ts'
import type { Db } from '../../db/statements.ts'
import { dayOf } from '../../surveys/days.ts'
import { surveyDefinition, type SurveyDefinition } from '../../surveys/definition.ts'
import { NOW } from './clock.ts'

/** A small survey: one NPS, a comment, two choices. */
export const definition: SurveyDefinition = surveyDefinition.parse({
  languages: ['en', 'he'],
  questions: [
    {
      id: 'score',
      kind: 'nps',
      text: {
        en: { ask: 'Would you recommend {company}?', low: 'Not at all', high: 'Very much' },
        he: { ask: 'האם תמליצו על {company}?', low: 'בכלל לא', high: 'מאוד' },
      },
    },
    {
      id: 'why',
      kind: 'text',
      text: {
        en: {
          ask: {
            unhappy: 'What went wrong?',
            neutral: 'What was missing?',
            happy: 'What went well?',
          },
        },
      },
    },
    {
      id: 'reasons',
      kind: 'choices',
      options: ['speed', 'price'],
      showIf: { question: 'score', bands: ['unhappy'] },
      text: { en: { ask: 'What was it about?', options: { speed: 'Speed', price: 'Price' } } },
    },
  ],
  thanks: { en: { unhappy: 'Thank you.', neutral: 'Thank you.', happy: 'Thank you.' } },
})

/** Creates and publishes a survey. */
export async function makeSurvey(db: Db, slug = 'after-support', made = definition) {
  const { id } = await createSurvey(db, { name: 'After support', slug, definition: made, now: NOW })
  return publishSurvey(db, id, NOW)
}

/** Creates a response to be saved, with defaults for everything that the test doesn't specify. */
export function aResponse(surveyId: string, given: Partial<SavedResponse> = {}): SavedResponse {
  const answeredAt = given.answeredAt ?? NOW
  return {
    id: newId(answeredAt),
    surveyId,
    version: 1,
    definition,
    answers: { score: 9 },
    complete: true,
    revision: 1,
    language: 'en',
    properties: {},
    source: 'link',
    answeredAt,
    day: dayOf(answeredAt, 'Europe/Prague'),
    now: answeredAt,
    dueAt: answeredAt + 86_400_000,
    ...given,
  }
}
