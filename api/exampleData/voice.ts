import type { Band } from '../../surveys/scoring/metrics.ts'

const TOPICS = ['support', 'delivery', 'returns'] as const
export type Topic = (typeof TOPICS)[number]

/**
 * Names and comments of one language's customers. A surname that differs by gender has both forms:
 * `Novák|Nováková`. `{n}` in a sentence is a number from 5 to 14. A sentence for one gender begins with
 * `f: ` or `m: `.
 */
export type Voice = {
  women: string[]
  men: string[]
  surnames: string[]
  comments: Record<Topic, Record<Band, string[]>>
  /** Optional second sentences. */
  more: Record<Band, string[]>
}
