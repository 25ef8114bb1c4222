const SEPARATORS = [',', ';', '\t', '|']

/**
 * Tells what separates the cells, from the beginning of a file: the separator that the lines have equally
 * often from the earliest line on. Commas in a column of sentences or dates are missing in the header.
 * @returns a comma where nothing separates
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
