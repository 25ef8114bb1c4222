import { Show } from 'solid-js'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Filter } from '../scores/filter.ts'
import type { QuestionResult } from './api.ts'
import { effectInWords } from './effectWords.ts'
import { ValueColumns } from './ValueColumns.tsx'

/** The answers on a scale: their mean, how many chose each number, and how they go with the score. */
export function Scale(props: {
  result: QuestionResult
  metric: Metric
  rows: (question: string | null, narrowed: Partial<Filter>) => string
}) {
  const mean = () => (props.result.n >= 5 ? props.result.mean : null)
  const ends = () => props.result.options.map(({ value }) => Number(value))
  const write = (value: number) => format.count(locale(), value)
  const rows = (answer: string) =>
    props.rows(null, { answers: [{ question: props.result.question, answer }] })
  return (
    <div class="question-result__score">
      <Show when={mean()}>
        {(known) => (
          <p class="score-figure" data-size="card">
            <span class="score-figure__figure">
              <strong class="score-figure__value" dir="ltr">
                {format.mean(locale(), known().mean)}
              </strong>{' '}
              <span class="score-figure__interval" dir="ltr">
                ({format.meanRange(locale(), known())})
              </span>
            </span>{' '}
            <span class="score-figure__n">
              {t('results.mean', {
                min: write(Math.min(...ends())),
                max: write(Math.max(...ends())),
              })}
            </span>
          </p>
        )}
      </Show>
      <ValueColumns
        values={props.result.options.map(({ value, n }) => ({
          value: write(Number(value)),
          n,
          rows: rows(value),
        }))}
        n={props.result.n}
      />
      <Show when={props.result.upper}>
        {(upper) => (
          <p class="quiet">
            {t('results.upper', {
              metric: t(`metrics.${props.metric}`),
              upper: `${write(upper().from)}–${write(Math.max(...ends()))}`,
              lower: `${write(Math.min(...ends()))}–${write(upper().from - 1)}`,
              verdict: effectInWords(props.metric, upper()),
            })}
          </p>
        )}
      </Show>
    </div>
  )
}
