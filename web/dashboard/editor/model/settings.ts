import type { SurveyDraft } from '../../../../surveys/definition.ts'
import { without } from './without.ts'

export const MOST_LINKS = 3

type Links = NonNullable<SurveyDraft['links']>
type Look = NonNullable<SurveyDraft['look']>

export function withLinks(draft: SurveyDraft, change: (links: Links) => Links): SurveyDraft {
  return withPart(draft, 'links', change(draft.links ?? []))
}

/** Changes the look; default values are not stored. */
export function withLook(
  draft: SurveyDraft,
  change: Partial<Record<keyof Look, string | undefined>>,
): SurveyDraft {
  const entries = Object.entries({ ...draft.look, ...change }).filter(
    ([key, value]) => value !== undefined && value !== DEFAULTS[key],
  )
  const others = without(draft, 'look')
  return entries.length ? { ...others, look: Object.fromEntries(entries) } : others
}

const DEFAULTS: Record<string, string> = { scheme: 'auto', size: 'normal', corners: 'soft' }

/** Replaces a list of the definition; an empty one is not stored. */
export function withPart<Part extends 'links' | 'sites' | 'signed'>(
  draft: SurveyDraft,
  part: Part,
  list: NonNullable<SurveyDraft[Part]>,
): SurveyDraft {
  const others = without(draft, part)
  return (list.length ? { ...others, [part]: list } : others) as SurveyDraft
}

export function withProof(draft: SurveyDraft, always: boolean): SurveyDraft {
  const others = without(draft, 'proof')
  return always ? { ...others, proof: 'always' } : others
}

const SITE = /^https?:\/\/(\*\.)?[a-z0-9.-]{1,200}(:\d{1,5})?$/
const PROPERTY = /^[\p{L}\p{N}_.-]{1,60}$/u

/** The origin of a typed or pasted address; null if it is invalid. */
export function siteFrom(input: string): string | null {
  const text = input.trim().toLowerCase()
  const site = /^https?:\/\/[^/?#]+/.exec(text.includes('://') ? text : `https://${text}`)?.[0]
  return site && SITE.test(site) && /\.|localhost/.test(site) ? site : null
}

/** The property name of an input; null if it is invalid. */
export function propertyFrom(input: string): string | null {
  const name = input.trim()
  return PROPERTY.test(name) ? name : null
}
