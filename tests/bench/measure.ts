import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { quantile } from './load.ts'

// Linux counts in hundredths of a second. The name, in brackets, may contain anything.
export function processorMilliseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

/** Measures the median time of each in milliseconds, in turns. */
export async function timesInTurns(works: (() => Promise<void>)[]): Promise<number[]> {
  const times = works.map((): number[] => [])
  for (let round = 0; round < 40; round++)
    for (const [at, work] of works.entries()) {
      const start = performance.now()
      await work()
      if (round >= 10) times[at]!.push(performance.now() - start)
    }
  return times.map(median)
}

export function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}

export async function peakDuring(pid: number, work: () => Promise<void>): Promise<number> {
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, residentMegabytes(pid))), 50)
  await work().finally(() => clearInterval(watch))
  return peak
}

export function median(numbers: number[]): number {
  return quantile(numbers, 0.5)
}

export function row(what: string, figure: number, reference: string, other: number, bound: string) {
  const shown = (number: number) =>
    number.toLocaleString('en', { maximumFractionDigits: number < 100 ? 1 : 0 })
  console.log(
    `| ${what} | ${shown(figure)} | ${reference}: ${shown(other)} | ${(figure / other).toFixed(2)} | ${bound} |`,
  )
}
