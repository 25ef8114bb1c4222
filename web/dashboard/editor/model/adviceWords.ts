import type { Advice } from '../../../../surveys/checklist.ts'
import type { SurveyDraft } from '../../../../surveys/definition.ts'
import { SECTIONS, type Section } from './editor.ts'
import { languageName } from '../../base/format.ts'
import { language as mine, plural, t } from '../../base/i18n.ts'

/** A line of the checklist: advice of one kind in one language, with its first place and its count. */
export type AdviceLine = Advice & { n: number }

/** Groups a language's missing texts into one line; other advice has a line each. */
export function linesOf(advice: Advice[]): AdviceLine[] {
  const lines = new Map<string, AdviceLine>()
  for (const each of advice) {
    const isMissing = each.code === 'missing-text' || each.code === 'missing-translation'
    const key = isMissing ? `${each.code} ${each.params['language']}` : each.where.join()
    const before = lines.get(`${each.code} ${key}`)
    lines.set(`${each.code} ${key}`, before ? { ...before, n: before.n + 1 } : { ...each, n: 1 })
  }
  return [...lines.values()]
}

/** What to do. */
export function adviceInWords({ code, params, n }: AdviceLine): string {
  switch (code) {
    case 'missing-text':
    case 'missing-translation':
      return plural('editor.languages.missing', n)
    case 'many-questions':
      return t('editor.many')
    case 'too-many-questions':
      return t('editor.full')
    case 'biased-display':
      return t('editor.displayHelp')
    default:
      return t(`publishing.advice.${code}`, params)
  }
}

/** Where to do it: "Question 2, German". */
export function placeInWords({ code, where, params }: AdviceLine): string {
  const language = params['language']
  const named = typeof language === 'string' ? [languageName(mine(), language)] : []
  if (code === 'missing-text' || code === 'missing-translation') return named.join()
  const [part, index] = where
  if (part === 'questions' && typeof index === 'number')
    return [t('editor.place.question', { n: index + 1 }), ...named].join(', ')
  return [t(`editor.sections.${sectionOf(where)}`), ...named].join(', ')
}

/** The editor's section with a field of the definition. */
export function sectionOf([part]: Advice['where']): Section {
  if (part === 'links') return 'thanks'
  return SECTIONS.find((section) => section === part) ?? 'rules'
}

/** The id of the question with a field of the definition. */
export function questionAt(draft: SurveyDraft, [part, index]: Advice['where']): string | null {
  if (part !== 'questions' || typeof index !== 'number') return null
  return draft.questions[index]?.id ?? null
}
