import { For } from 'solid-js'
import { BANDS, type Band } from '../../../surveys/scoring/metrics.ts'
import type { Period } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { Overlay } from '../scores/overlays.ts'
import type { Trend } from '../scores/trend.ts'
import { overlayName, pointInWords } from '../scores/trendWords.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'
import { AnswersLink } from '../scores/AnswersLink.tsx'

const SCORED = ['trends.score', 'trends.interval', 'answerCount'] as const

/** The chart's numbers as a table, newest first. */
export function TrendTable(props: {
  trend: Trend
  rows: (period: Period, band?: Band) => string
  overlayRows: (overlay: Overlay, period: Period) => string | undefined
}) {
  const session = useSession()
  const lines = () =>
    props.trend.overlays.flatMap(({ overlay, line }) =>
      line ? [{ overlay, name: overlayName(session.surveys, overlay), periods: line.periods }] : [],
    )
  const newest = () => props.trend.periods.map((period, at) => ({ period, at })).toReversed()

  return (
    <details class="details">
      <summary>{t('trends.table')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label={t('trends.table')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('trends.period')}</th>
              <For each={SCORED}>{(column) => <Heading text={t(column)} />}</For>
              <For each={BANDS}>{(band) => <Heading text={t(`bands.${band}`)} />}</For>
              <For each={lines()}>
                {({ name }) => (
                  <For each={SCORED}>{(column) => <Heading text={`${name}: ${t(column)}`} />}</For>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={newest()}>
              {({ period, at }) => (
                <tr>
                  <th scope="row">{pointInWords(props.trend, period)}</th>
                  <Scored period={period} rows={props.rows(period)} />
                  <For each={BANDS}>
                    {(band) => <Count n={period.bands[band]} rows={props.rows(period, band)} />}
                  </For>
                  <For each={lines()}>
                    {({ overlay, periods }) => (
                      <Scored
                        period={periods[at]!}
                        rows={props.overlayRows(overlay, periods[at]!)}
                      />
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Count(props: { n: number; rows: string | undefined }) {
  return (
    <td class="num">
      <AnswersLink of={props.n > 0 ? props.rows : undefined}>
        {format.count(locale(), props.n)}
      </AnswersLink>
    </td>
  )
}

function Heading(props: { text: string }) {
  return (
    <th scope="col" class="num">
      {props.text}
    </th>
  )
}

function Scored(props: { period: Period; rows: string | undefined }) {
  const scored = (write: (known: { score: number; low: number; high: number }) => string) =>
    isShown(props.period) ? write(props.period) : '–'
  return (
    <>
      <td class="num">
        {scored(({ score }) => format.score(locale(), props.period.metric, score))}
      </td>
      <td class="num" dir="ltr">
        {scored(({ low, high }) => format.range(locale(), props.period.metric, low, high))}
      </td>
      <Count n={props.period.n} rows={props.rows} />
    </>
  )
}
