/** How much a number of answers can support, from nothing to a full score. */
export type EvidenceLevel = 'none' | 'answers' | 'small' | 'early' | 'full'

/**
 * Returns the evidence level of n answers: below 5 only the answers are shown, from 5 a small score
 * without a headline, from 10 a score marked "early", from 30 a full one. Changes are tested from
 * "early" on, groups only if "full".
 */
export function evidenceLevelOf(n: number): EvidenceLevel {
  if (n === 0) return 'none'
  if (n < 5) return 'answers'
  if (n < 10) return 'small'
  return n < 30 ? 'early' : 'full'
}

/** Whether a score has enough answers (five) to be shown. */
export function isShown<Some extends { evidenceLevel: EvidenceLevel }>(
  score: Some,
): score is Some & { score: number; low: number; high: number } {
  return score.evidenceLevel !== 'none' && score.evidenceLevel !== 'answers'
}
