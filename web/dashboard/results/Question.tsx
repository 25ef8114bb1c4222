import { createUniqueId, Match, Show, Switch } from 'solid-js'
import { bandOf, type Metric } from '../../../surveys/scoring/metrics.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { questionText, useSession } from '../base/session.ts'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import { BandBar } from '../scores/BandBar.tsx'
import type { Filter, Segment } from '../scores/filter.ts'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import type { QuestionResult, ResultGroups, ResultPeriods } from './api.ts'
import { Comments } from './Comments.tsx'
import { Options } from './Options.tsx'
import { Scale } from './Scale.tsx'
import { SplitTable } from './SplitTable.tsx'
import { ValueColumns } from './ValueColumns.tsx'

/** One question: what it asks, of how many, and its answers by its kind. */
export function Question(props: {
  result: QuestionResult
  /** Of the score that answers are compared with. */
  metric: Metric
  /** How many responses count. */
  responses: number
  periods: ResultPeriods['periods']
  split: ResultGroups | undefined
  /** The address of the answers that a number counts; of a score's question, or of any. */
  rows: (question: string | null, narrowed: Partial<Filter>) => string
  groupRows: (segment: Segment, narrowed: Partial<Filter>) => string | undefined
}) {
  const session = useSession()
  const heading = createUniqueId()
  const id = () => props.result.question
  const answered = () =>
    props.result.score ? props.rows(id(), {}) : props.rows(null, { answered: id() })
  const condition = () => {
    const { condition } = props.result
    if (!condition) return undefined
    const answers = condition.bands
      ? condition.bands.map((band) => t(`bands.${band}`))
      : (condition.answers ?? [])
    return t('results.condition', {
      ask: questionText(session, condition.ask),
      answers: answers.join(', '),
    })
  }

  return (
    <section class="question-result" aria-labelledby={heading}>
      <h2 id={heading} class="subtitle">
        <bdi>{questionText(session, props.result.ask)}</bdi>
      </h2>
      <p class="metadata">
        <span>
          <AnswersLink of={props.result.n > 0 ? answered() : undefined}>
            {t('results.answered', {
              n: format.count(locale(), props.result.n),
              all: format.count(locale(), props.responses),
            })}
          </AnswersLink>
        </span>
        <Show when={props.result.kind === 'choices'}>
          <span>{t('results.several')}</span>
        </Show>
        <Show when={condition()}>
          <span>{condition()}</span>
        </Show>
        <Show when={!props.result.isAsked}>
          <span>{t('results.notAsked')}</span>
        </Show>
      </p>
      <Show when={props.result.n > 0}>
        <Switch>
          <Match when={props.result.score}>
            {(score) => (
              <div class="question-result__score">
                <ScoreFigure score={score()} size="card" rows={props.rows(id(), {})} />
                <BandBar score={score()} rows={(band) => props.rows(id(), { band })} />
                <ValueColumns
                  values={Object.entries(score().histogram).map(([value, n]) => ({
                    value: format.count(locale(), Number(value)),
                    n,
                    rows: props.rows(id(), { score: Number(value) }),
                    band: bandOf(score().metric, Number(value)),
                  }))}
                  n={score().n}
                />
              </div>
            )}
          </Match>
          <Match when={props.result.kind === 'scale'}>
            <Scale result={props.result} metric={props.metric} rows={props.rows} />
          </Match>
          <Match when={props.result.options.length > 0}>
            <Options
              result={props.result}
              metric={props.metric}
              periods={props.periods}
              rows={props.rows}
            />
          </Match>
          <Match when={props.result.kind === 'text'}>
            <Comments result={props.result} rows={answered()} />
          </Match>
        </Switch>
        <Show when={props.result.options.length > 0 && props.split}>
          {(split) => <SplitTable result={props.result} split={split()} rows={props.groupRows} />}
        </Show>
      </Show>
    </section>
  )
}
