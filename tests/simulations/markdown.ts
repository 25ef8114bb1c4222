/** A Markdown table; every column but the first is aligned right. */
export function markdown(heads: string[], rows: string[][]): string {
  const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'))
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The mean and the lowest of coverages, as "95.1 (92.0)" per cent. */
export function meanAndWorst(coverages: number[]): string {
  return `${percent(meanOf(coverages))} (${percent(Math.min(...coverages))})`
}

/** The mean and the highest false-alarm rate, formatted alike. */
export function meanAndHighest(rates: number[]): string {
  return `${percent(meanOf(rates))} (${percent(Math.max(...rates))})`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
