import { For, Show } from 'solid-js'
import './bars.css'

const WIDTH = 240
const HEIGHT = 56
const GAP = 4

/** A row of small bars in time order, with a line at the bound. */
export function Bars(props: { values: number[]; bound?: number; label: string }) {
  const top = () => Math.max(1, props.bound ?? 0, ...props.values)
  const y = (value: number) => HEIGHT - (HEIGHT * value) / top()
  const wide = () => WIDTH / props.values.length
  return (
    <svg
      class="bar-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={props.label}
    >
      <For each={props.values}>
        {(value, at) => (
          <rect
            class="bar-chart__bar"
            data-over={props.bound !== undefined && value > props.bound}
            x={at() * wide() + GAP / 2}
            width={wide() - GAP}
            y={y(value)}
            height={HEIGHT - y(value)}
          />
        )}
      </For>
      <line class="bar-chart__foot" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      <Show when={props.bound}>
        {(bound) => (
          <line class="bar-chart__bound" x1="0" x2={WIDTH} y1={y(bound())} y2={y(bound())} />
        )}
      </Show>
    </svg>
  )
}
