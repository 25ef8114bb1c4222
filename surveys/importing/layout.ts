const SEPARATORS = [',', ';', '\t', '|']

/**
 * Detects the separator of a CSV file from its beginning: the one that occurs equally often in every line
 * from the earliest line on. Commas within sentences or dates fail this, since the header has none.
 * @returns a comma if there is no separator
 */
export function sniffSeparator(sample: string): string {
  const lines = linesOf(sample).slice(0, 50)
  const found = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const usual = mostFrequent(counts)
    const times = counts.filter((count) => count === usual).length
    const isUsual = (count: number | undefined) => count === usual
    const start = counts.findIndex((count, at) => isUsual(count) && isUsual(counts[at + 1]))
    return { separator, start: start < 0 ? lines.length : start, weight: usual * times }
  })
  return found
    .filter(({ weight }) => weight > 0)
    .reduce(
      (best, next) =>
        next.start < best.start || (next.start === best.start && next.weight > best.weight)
          ? next
          : best,
      { separator: ',', start: Infinity, weight: 0 },
    ).separator
}

/** Detects line ends; old spreadsheets on a Mac use `\r` alone. */
export function sniffNewline(sample: string): '\n' | '\r' {
  return sample.includes('\r') && !sample.includes('\n') ? '\r' : '\n'
}

/** Returns the lines without quoted text. */
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
