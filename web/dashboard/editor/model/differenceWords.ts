import type { Difference, DifferenceValue } from '../../../../surveys/differences.ts'
import type { SurveyDraft } from '../../../../surveys/definition.ts'
import { askOf } from './editorWords.ts'
import { languageName } from '../../base/format.ts'
import { language as mine, t } from '../../base/i18n.ts'

/** The subject of a difference: "Would you recommend us? · German · Question". */
export function subjectOf(draft: SurveyDraft, { where }: Difference): string {
  const [part, ...inside] = where
  if (part === 'languages') return t('editor.place.languages')
  if (part !== 'questions') return [partName(String(part), inside), ...names(inside)].join(' · ')
  const [id, ...within] = inside
  const question = draft.questions.find((each) => each.id === id)
  const name = question ? askOf(draft, question, draft.languages[0]!) : String(id ?? '')
  return [name, ...names(within)].filter(Boolean).join(' · ')
}

function partName(part: string, inside: (string | number)[]): string {
  if (part === 'thanks') return t('editor.sections.thanks')
  if (part === 'links') return t('editor.place.link', { n: Number(inside[0] ?? 0) + 1 })
  if (part === 'look') return t('editor.sections.look')
  if (part === 'sites') return t('editor.rules.sites')
  if (part === 'signed') return t('editor.rules.signed')
  return t('editor.rules.proof')
}

/** The names of a path's languages, bands and settings. */
function names(path: (string | number)[]): string[] {
  return path.flatMap((key, index) => {
    if (typeof key === 'number' || key === 'text' || key === 'options') return []
    const isLanguage = path[index - 1] === 'text' || (index === 0 && LANGUAGE.test(key))
    if (isLanguage && !(key in FIELDS)) return [languageName(mine(), key)]
    return key in FIELDS ? [FIELDS[key]!()] : [key]
  })
}

const LANGUAGE = /^[a-z]{2,3}(-|$)/

const FIELDS: Record<string, () => string> = {
  ask: () => t('editor.ask'),
  low: () => t('editor.low'),
  high: () => t('editor.high'),
  hint: () => t('editor.hint'),
  short: () => t('editor.short'),
  min: () => t('editor.from'),
  max: () => t('editor.to'),
  kind: () => t('editor.kind'),
  display: () => t('editor.display'),
  threshold: () => t('editor.threshold'),
  other: () => t('editor.options.other'),
  showIf: () => t('editor.condition.label'),
  bands: () => t('editor.condition.bands'),
  values: () => t('editor.condition.values'),
  question: () => t('editor.ask'),
  url: () => t('editor.links.url'),
  logo: () => t('editor.look.logo'),
  colour: () => t('editor.look.colour'),
  scheme: () => t('editor.look.scheme'),
  size: () => t('editor.look.size'),
  corners: () => t('editor.look.corners'),
  unhappy: () => t('bands.unhappy'),
  neutral: () => t('bands.neutral'),
  happy: () => t('bands.happy'),
}

/** The value before or after a change; '' for a picture. */
export function valueInWords({ where }: Difference, value: DifferenceValue | undefined): string {
  if (value === undefined) return ''
  if (value === null) return t('editor.noThreshold')
  if (typeof value === 'boolean') return t(value ? 'editor.yes' : 'editor.no')
  if (where[0] === 'languages') return languageName(mine(), String(value))
  return where.at(-1) === 'logo' ? '' : String(value)
}
