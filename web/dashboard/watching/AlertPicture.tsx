import { Match, Show, Switch } from 'solid-js'
import type { Period } from '../base/api.ts'
import type { Alert } from './api.ts'
import { t } from '../base/i18n.ts'
import { contiguousRuns } from '../chart/contiguousRuns.ts'
import { Bars } from '../chart/Bars.tsx'
import { Sparkline } from '../chart/Sparkline.tsx'

type FactsOf<Kind extends Alert['facts']['kind']> = Extract<Alert['facts'], { kind: Kind }>

/** A small chart of an alert's weeks, as they were when it was raised. */
export function AlertPicture(props: { alert: Alert }) {
  const share = () => props.alert.facts.kind === 'share' && props.alert.facts
  return (
    <Switch>
      <Match when={props.alert.facts.kind === 'shift' && props.alert.facts}>
        {(facts) => (
          <Show when={contiguousRuns(props.alert.weeks).length > 0}>
            <Sparkline
              trend={props.alert.weeks}
              levels={levelsOf(facts(), props.alert.weeks)}
              label={t('alerts.pictures.shift')}
            />
          </Show>
        )}
      </Match>
      <Match when={share()}>
        {(facts) => (
          <Bars
            values={props.alert.weeks.map(({ bands, n }) => (n ? (100 * bands.unhappy) / n : 0))}
            bound={facts().over}
            label={t('alerts.pictures.share')}
          />
        )}
      </Match>
      <Match when={props.alert.facts.kind === 'silence'}>
        <Bars values={props.alert.weeks.map(({ n }) => n)} label={t('alerts.pictures.silence')} />
      </Match>
    </Switch>
  )
}

/** The level before the shift's likely start, and the level since. */
function levelsOf({ since, before, after }: FactsOf<'shift'>, weeks: Period[]) {
  const begun = weeks.findIndex(({ from }) => from === since)
  const last = weeks.length - 1
  if (begun < 0) return [{ from: 0, to: last, score: after }]
  const step = Math.max(0, begun - 0.5)
  return [
    { from: 0, to: step, score: before },
    { from: step, to: last + 0.5, score: after },
  ]
}
