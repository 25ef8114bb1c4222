import type { Metric } from '../../scoring/metrics.ts'
import type { Question, SurveyDefinition } from '../../definition.ts'
import { ces } from '../ces.ts'
import { csat } from '../csat.ts'
import { nps } from '../nps.ts'
import type { Template } from '../template.ts'
import { CONTACT, MAY_CONTACT } from './contactTexts.ts'

const SCALES = { nps, csat, ces }

/** The part of a template that differs by occasion; the template of its scale provides the rest. */
type Moment = Pick<Template, 'group' | 'name' | 'description'> & {
  metric: Metric
  /** The main question by language. */
  ask: Record<string, string>
  /** Asked of everyone, after the main question. */
  reason?: Question
}

/**
 * Creates a template for an occasion: the score, the reason, and, for unhappy respondents only, whether
 * and where they may be contacted.
 */
export function moment<Id extends string>(id: Id, of: Moment): Template<Id> {
  const { group, metric, name, description, ask, reason } = of
  const { languages, questions, thanks } = SCALES[metric].definition
  const [score, why] = questions as [Question, Question]
  const asks = Object.fromEntries(
    languages.map((language) => [language, { ...score.text[language], ask: ask[language]! }]),
  )
  const definition = {
    languages,
    questions: [
      { ...score, text: asks },
      ...(reason ? [reason] : []),
      why,
      {
        id: 'may_contact',
        kind: 'yesno',
        showIf: { question: score.id, bands: ['unhappy'] },
        text: MAY_CONTACT,
      },
      {
        id: 'contact',
        kind: 'contact',
        showIf: { question: 'may_contact', options: ['yes'] },
        text: CONTACT,
      },
    ],
    thanks,
  }
  return { id, group, metric, name, description, definition: definition as SurveyDefinition }
}
