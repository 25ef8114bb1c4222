/**
 * How many gave an answer to a question together with a score.
 * `answer`: a number or an option's id as text, a JSON list of option ids, or null for free text.
 * `score`: null for those without a score.
 */
export type Tally = { answer: string | null; score: number | null; n: number }

/** The numbers or options in a stored answer. */
export function valuesIn(answer: string | null): string[] {
  if (answer === null) return []
  return answer.startsWith('[') ? (JSON.parse(answer) as string[]) : [answer]
}

/** How many gave each answer; of several options, each is counted. */
export function countValues(tallies: Pick<Tally, 'answer' | 'n'>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { answer, n } of tallies)
    for (const value of valuesIn(answer)) counts.set(value, (counts.get(value) ?? 0) + n)
  return counts
}

/** How many answered. */
export function sizeOfTallies(tallies: Pick<Tally, 'n'>[]): number {
  return tallies.reduce((sum, { n }) => sum + n, 0)
}
