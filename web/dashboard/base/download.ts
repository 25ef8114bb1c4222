import type { Counting } from '../../../surveys/counting.ts'

/** Downloads a file that was made in the browser. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Some browsers start reading it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** `ohlas-after-support-trend-2026-01-01-2026-03-31.csv` */
export const fileName = (
  { slug }: { slug: string },
  what: string,
  { from, to, counting }: { from: string; to: string; counting?: Counting },
  ending: string,
) => `ohlas-${slug}-${what}${counting === 'customers' ? '-customers' : ''}-${from}-${to}.${ending}`
