import { Show } from 'solid-js'
import type { Score } from '../base/api.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'
import './intervalMark.css'

/**
 * A group's score: a dot on its interval, with a line for everyone. The ring is the shrunken estimate,
 * which is closer to everyone's score the fewer answers the group has.
 */
export function IntervalMark(props: {
  score: Score
  shrunk: number | null
  everyone: Score
  scale: { low: number; high: number }
}) {
  const at = (value: number) => {
    const { low, high } = props.scale
    return `${2 + (96 * (value - low)) / (high - low || 1)}%`
  }
  return (
    <svg class="interval-mark" aria-hidden="true">
      <Show when={props.everyone.score !== null}>
        <line
          class="interval-mark__everyone"
          x1={at(props.everyone.score!)}
          x2={at(props.everyone.score!)}
          y1="0"
          y2="100%"
        />
      </Show>
      <Show when={isShown(props.score) && props.score}>
        {(shown) => (
          <>
            <line
              class="interval-mark__range"
              x1={at(shown().low)}
              x2={at(shown().high)}
              y1="50%"
              y2="50%"
            />
            <Show when={props.shrunk !== null}>
              <circle class="interval-mark__shrunk" cx={at(props.shrunk!)} cy="50%" r="5" />
            </Show>
            <circle class="interval-mark__score" cx={at(shown().score)} cy="50%" r="4" />
          </>
        )}
      </Show>
    </svg>
  )
}
