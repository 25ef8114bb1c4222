import { Match, Switch } from 'solid-js'
import IconDown from '~icons/lucide/arrow-down'
import IconUp from '~icons/lucide/arrow-up'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import type { Comparison } from './api.ts'
import { t } from '../base/i18n.ts'
import { changeInWords } from './scoreWords.ts'

/** The result of the test for a change, coloured only if it is significant. */
export function ChangeWords(props: {
  metric: Metric
  change: Comparison
  against: string
  /** Leaves to the tooltip how large a change would have to be. */
  brief?: boolean
}) {
  const words = () => changeInWords(props.metric, props.change)
  const isBrief = () => Boolean(props.brief) && props.change.verdict === 'no-change'
  return (
    <p
      class="change-words"
      data-verdict={props.change.verdict}
      title={isBrief() ? `${words()}\n${props.against}` : props.against}
    >
      <Switch>
        <Match when={props.change.verdict === 'up'}>
          <IconUp aria-hidden="true" />
        </Match>
        <Match when={props.change.verdict === 'down'}>
          <IconDown aria-hidden="true" />
        </Match>
      </Switch>
      <span>{isBrief() ? t('change.noChange') : words()}</span>
    </p>
  )
}
