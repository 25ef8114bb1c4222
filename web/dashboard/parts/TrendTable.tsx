import { For } from 'solid-js'
import { BANDS, type Band } from '../../../surveys/scoring/metrics.ts'
import type { Period, Scores } from '../api.ts'
import * as format from '../format.ts'
import { locale, t } from '../i18n.ts'
import { isShown, periodInWords } from '../words.ts'
import { Rows } from './Rows.tsx'

/** The chart's numbers for those who read instead of look; newest first. */
export function TrendTable(props: {
  scores: Scores
  rows: (period: Period, band?: Band) => string
}) {
  const scored = (
    period: Period,
    write: (known: { score: number; low: number; high: number }) => string,
  ) => (isShown(period) ? write(period) : '–')

  return (
    <details class="details">
      <summary>{t('trends.table')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label={t('trends.table')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('trends.period')}</th>
              <th scope="col" class="num">
                {t('trends.score')}
              </th>
              <th scope="col" class="num">
                {t('trends.interval')}
              </th>
              <th scope="col" class="num">
                {t('trends.answers')}
              </th>
              <For each={BANDS}>
                {(band) => (
                  <th scope="col" class="num">
                    {t(`bands.${band}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.scores.periods.toReversed()}>
              {(period) => (
                <tr>
                  <th scope="row">{periodInWords(props.scores.by, period)}</th>
                  <td class="num">
                    {scored(period, ({ score }) => format.score(locale(), period.metric, score))}
                  </td>
                  <td class="num" dir="ltr">
                    {scored(period, ({ low, high }) =>
                      format.range(locale(), period.metric, low, high),
                    )}
                  </td>
                  <Count n={period.n} rows={props.rows(period)} />
                  <For each={BANDS}>
                    {(band) => <Count n={period.bands[band]} rows={props.rows(period, band)} />}
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

function Count(props: { n: number; rows: string }) {
  return (
    <td class="num">
      <Rows of={props.n > 0 ? props.rows : undefined}>{format.count(locale(), props.n)}</Rows>
    </td>
  )
}
