import { Match, Switch } from 'solid-js'
import IconDown from '~icons/lucide/arrow-down'
import IconUp from '~icons/lucide/arrow-up'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import type { Comparison } from './api.ts'
import { changeInWords } from './scoreWords.ts'

/** The result of the test for a change, coloured only if it is significant. */
export function ChangeWords(props: { metric: Metric; change: Comparison; against: string }) {
  return (
    <p class="change-words" data-verdict={props.change.verdict} title={props.against}>
      <Switch>
        <Match when={props.change.verdict === 'up'}>
          <IconUp aria-hidden="true" />
        </Match>
        <Match when={props.change.verdict === 'down'}>
          <IconDown aria-hidden="true" />
        </Match>
      </Switch>
      <span>{changeInWords(props.metric, props.change)}</span>
    </p>
  )
}
