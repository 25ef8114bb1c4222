import { createMemo, For } from 'solid-js'
import { contiguousRuns, type Point } from './contiguousRuns.ts'

const WIDTH = 240
const HEIGHT = 56
const EDGE = 4

/** The score's level from one period to another. */
type Level = { from: number; to: number; score: number }

/** A small trend: a line for the score and a band for its interval, with gaps. */
export function Sparkline(props: { trend: Point[]; label: string; levels?: Level[] }) {
  const levels = () => props.levels ?? []
  const drawing = createMemo(() => {
    const runs = contiguousRuns(props.trend)
    const shown = runs.flat()
    const scores = levels().map(({ score }) => score)
    const low = Math.min(...shown.map(({ period }) => period.low), ...scores)
    const high = Math.max(...shown.map(({ period }) => period.high), ...scores)
    const x = (index: number) =>
      EDGE + ((WIDTH - 2 * EDGE) * index) / Math.max(1, props.trend.length - 1)
    const y = (value: number) =>
      HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * (value - low)) / (high - low || 1)
    const stretches = runs.map((run) => ({
      line: run.map(({ at, period }) => `${x(at)},${y(period.score)}`).join(' '),
      band: [
        ...run.map(({ at, period }) => `${x(at)},${y(period.high)}`),
        ...run.toReversed().map(({ at, period }) => `${x(at)},${y(period.low)}`),
      ].join(' '),
      // A single period has no line or area, so it is drawn as a dot on its interval.
      lone: run.length === 1 ? { x: x(run[0]!.at), ...ends(run[0]!.period, y) } : null,
    }))
    const steps = levels().map(({ from, to, score }) => ({ from: x(from), to: x(to), y: y(score) }))
    return { stretches, steps }
  })

  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={props.label}
    >
      <For each={drawing().stretches}>
        {({ line, band, lone }) =>
          lone ? (
            <>
              <line
                class="sparkline__whisker"
                x1={lone.x}
                x2={lone.x}
                y1={lone.low}
                y2={lone.high}
              />
              <line
                class="sparkline__dot"
                x1={lone.x}
                x2={lone.x}
                y1={lone.middle}
                y2={lone.middle}
              />
            </>
          ) : (
            <>
              <polygon class="sparkline__band" points={band} />
              <polyline class="sparkline__line" points={line} />
            </>
          )
        }
      </For>
      <For each={drawing().steps}>
        {(step) => (
          <line class="sparkline__level" x1={step.from} x2={step.to} y1={step.y} y2={step.y} />
        )}
      </For>
    </svg>
  )
}

function ends(period: { low: number; high: number; score: number }, y: (value: number) => number) {
  return { low: y(period.low), high: y(period.high), middle: y(period.score) }
}
