/** How much a number of answers can carry, from nothing to a full score. */
export type EvidenceLevel = 'none' | 'answers' | 'small' | 'early' | 'full'

/**
 * How a score of n answers is shown: below 5 the answers only, to 9 small and without a headline,
 * to 29 marked "early", from 30 in full. Changes are judged from "early", groups when "full".
 * @param n number of answers
 */
export function evidenceLevelOf(n: number): EvidenceLevel {
  if (n === 0) return 'none'
  if (n < 5) return 'answers'
  if (n < 10) return 'small'
  return n < 30 ? 'early' : 'full'
}

/** Whether there are enough answers for a score at all: five. */
export function isShown<Some extends { evidenceLevel: EvidenceLevel }>(
  score: Some,
): score is Some & { score: number; low: number; high: number } {
  return score.evidenceLevel !== 'none' && score.evidenceLevel !== 'answers'
}
