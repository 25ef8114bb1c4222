import { createMemo, createResource, on, Show } from 'solid-js'
import type { Band } from '../../../surveys/scoring/metrics.ts'
import type { Query } from '../base/client.ts'
import type { Period, Scores, Survey } from '../base/api.ts'
import { annotations as readAnnotations } from '../scores/api.ts'
import { WINDOWS, type Filter } from '../scores/filter.ts'
import { flagsOf, type Shift } from '../scores/flags.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import type { Overlay } from '../scores/overlays.ts'
import { useSession } from '../base/session.ts'
import { readTrend, windowOf } from '../scores/trend.ts'
import { Choice } from '../ui/Choice.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { OverlayChoice, OverlayList } from './Overlays.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TrendChart } from './TrendChart.tsx'
import { TrendAnnotations } from './TrendAnnotations.tsx'
import { TrendTable } from './TrendTable.tsx'

/** The score over time: overlays, chart, table and annotations. */
export function Trend(props: {
  survey: Survey
  scores: Scores
  /** The query for the scores. */
  query: Query
  filter: Filter
  onChange: (changes: Partial<Filter>) => void
  before: Period[] | undefined
  /** The address of the answers of some days, or of a band in them. */
  rows: (period: Period, band?: Band) => string
  /** The address of an overlay's answers on some days. */
  overlayRows: (overlay: Overlay, days: Pick<Period, 'from' | 'to'>) => string | undefined
  shifts?: Shift[]
}) {
  const session = useSession()
  const view = createMemo(() => JSON.stringify([windowOf(props.filter), props.filter.overlays]))
  const input = createMemo(
    // Doesn't track the query, which changes before its scores arrive.
    on([() => props.scores, view], () => ({
      main: props.scores,
      query: props.query,
      filter: props.filter,
    })),
  )
  const trend = createLoad(input, (input) => readTrend(props.survey, session.surveys, input))
  const [found, { refetch }] = createResource(() => props.survey.id, readAnnotations)
  const annotations = () =>
    (found.state === 'ready' || found.state === 'refreshing') && found.latest
      ? found.latest
      : { annotations: [], versions: [] }
  const shifts = () => props.shifts ?? []

  return (
    <>
      <div class="field-row">
        <OverlayChoice
          survey={props.survey}
          scores={props.scores}
          chosen={props.filter.segments}
          overlays={props.filter.overlays}
          onChange={(overlays) => props.onChange({ overlays })}
        />
        <Show when={props.filter.counting === 'answers'}>
          <Choice
            label={t('chart.window')}
            value={props.filter.window ?? ''}
            options={[
              { value: '', text: t('chart.noWindow') },
              ...WINDOWS.map((days) => ({ value: days, text: t(`chart.windows.${days}`) })),
            ]}
            onChoose={(value) =>
              props.onChange({ window: WINDOWS.find((days) => days === value) ?? null })
            }
          />
        </Show>
      </div>
      <Loaded of={trend} skeleton={<Skeleton shape="chart" />}>
        {(trend) => (
          <>
            <TrendChart
              survey={props.survey}
              trend={trend()}
              flags={flagsOf(trend().bars, trend().scores.metric, annotations(), shifts())}
              chosen={props.filter.segments}
              before={props.before}
              rows={props.rows}
              overlayRows={props.overlayRows}
            />
            <OverlayList
              survey={props.survey}
              trend={trend()}
              chosen={props.filter.segments}
              onChange={(overlays) => props.onChange({ overlays })}
              rows={props.overlayRows}
            />
            <TrendTable trend={trend()} rows={props.rows} overlayRows={props.overlayRows} />
            <TrendAnnotations
              surveyId={props.survey.id}
              scores={trend().scores}
              found={annotations()}
              shifts={shifts()}
              onChanged={() => void refetch()}
            />
          </>
        )}
      </Loaded>
    </>
  )
}
