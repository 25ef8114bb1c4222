import type { Band } from '../../surveys/scoring/metrics.ts'

const TOPICS = ['support', 'delivery', 'returns'] as const
export type Topic = (typeof TOPICS)[number]

/**
 * How the customers of one language are called and what they write. A surname that differs by gender
 * has both forms: `Novák|Nováková`. `{n}` in a sentence is a number from 5 to 14;
 * one that only a woman or only a man would write begins with `f: ` or `m: `.
 */
export type Voice = {
  women: string[]
  men: string[]
  surnames: string[]
  comments: Record<Topic, Record<Band, string[]>>
  /** What some of them add to it. */
  more: Record<Band, string[]>
}
