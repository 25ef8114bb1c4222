/** Formats a Markdown table; all columns but the first are right-aligned. */
export function markdown(heads: string[], rows: string[][]): string {
  const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'))
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Formats the mean and the lowest coverage in per cent: "95.1 (92.0)". */
export function meanAndWorst(coverages: number[]): string {
  return `${percent(meanOf(coverages))} (${percent(Math.min(...coverages))})`
}

/** Formats the mean and the highest false-alarm rate in the same way. */
export function meanAndHighest(rates: number[]): string {
  return `${percent(meanOf(rates))} (${percent(Math.max(...rates))})`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
