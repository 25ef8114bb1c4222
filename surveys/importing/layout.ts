const SEPARATORS = [',', ';', '\t', '|']

/**
 * Tells what separates the cells, from the beginning of a file.
 * @returns the separator that most lines have equally often; a comma where there is none
 */
export function sniffSeparator(sample: string): string {
  const lines = linesOf(sample).slice(0, 50)
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const usual = mostFrequent(counts)
    return { separator, score: usual * counts.filter((count) => count === usual).length }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

/** Old spreadsheets on a Mac end lines with `\r` alone. */
export function sniffNewline(sample: string): '\n' | '\r' {
  return sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n'
}

/** Lines without what stands in quotes. */
function linesOf(sample: string): string[] {
  const lines = sample.replace(/"[^"]*("|$)/g, '').split(/\r\n|\n|\r/)
  // The last line may be cut off.
  return lines.length > 1 ? lines.slice(0, -1).filter(Boolean) : lines
}

function mostFrequent(counts: number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0]
}
