import type { DifferenceTest } from './meanDifference.ts'
import { midP } from './midP.ts'
import type { Part } from '../intervals/proportion.ts'
import { shareDifference } from './shareDifference.ts'

/** With fewer expected answers of one kind on one side, the N − 1 test alone is unreliable. */
const FEW = 5

/**
 * Tests the difference of two CSAT scores, after − before: the N − 1 test, or the exact mid-p if that is
 * larger and fewer than 5 answers of one kind are expected on a side. With rare answers the N − 1 test
 * alone raises too many false alarms (docs/statistics.md).
 * @param before, after the number satisfied of n ≥ 1 each
 * @returns all as shares (−1…1), the interval by Newcombe
 * Source: shareDifference.ts; midP.ts; the bound is Cochran's (1954, Biometrics 10:417).
 */
export function csatDifference(before: Part, after: Part): DifferenceTest {
  const test = shareDifference(before, after)
  if (fewestExpected(before, after) >= FEW) return test
  const p = Math.max(test.p, midP(before, after))
  if (p < 0.05) return { ...test, p }
  // The exact test found this difference not significant, so a significant one must be larger.
  const difference = after.count / after.n - before.count / before.n
  return { ...test, p, detectable: Math.max(test.detectable, Math.abs(difference)) }
}

function fewestExpected(before: Part, after: Part): number {
  const [yes, total] = [before.count + after.count, before.n + after.n]
  return (Math.min(yes, total - yes) * Math.min(before.n, after.n)) / total
}
