/** How much a number of answers can support, from nothing to a full score. */
export type EvidenceLevel = 'none' | 'answers' | 'small' | 'early' | 'full'

/**
 * The evidence level of n answers: below 5 only the answers are shown, up to 9 a small score without a
 * headline, up to 29 a score marked "early", from 30 a full one. Changes are tested from "early" on,
 * groups only if "full".
 * @param n number of answers
 */
export function evidenceLevelOf(n: number): EvidenceLevel {
  if (n === 0) return 'none'
  if (n < 5) return 'answers'
  if (n < 10) return 'small'
  return n < 30 ? 'early' : 'full'
}

/** Whether a score has enough answers to be shown: five. */
export function isShown<Some extends { evidenceLevel: EvidenceLevel }>(
  score: Some,
): score is Some & { score: number; low: number; high: number } {
  return score.evidenceLevel !== 'none' && score.evidenceLevel !== 'answers'
}
