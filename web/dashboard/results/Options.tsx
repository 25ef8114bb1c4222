import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { Sparkline } from '../chart/Sparkline.tsx'
import type { Filter } from '../scores/filter.ts'
import type { OptionResult, QuestionResult, ResultPeriods } from './api.ts'
import { effectInWords } from './effectWords.ts'
import { sharesOver } from './shares.ts'
import './options.css'

/** The options of a choice: each one's share, its score against the others', and its share over time. */
export function Options(props: {
  result: QuestionResult
  metric: Metric
  periods: ResultPeriods['periods']
  rows: (question: string | null, narrowed: Partial<Filter>) => string
}) {
  const rows = (answer: string) =>
    props.rows(null, { answers: [{ question: props.result.question, answer }] })
  return (
    <div class="option-results">
      <div class="option-results__head">
        <span />
        <span>{t('results.share')}</span>
        <span>{t('results.effect', { metric: t(`metrics.${props.metric}`) })}</span>
        <span>{t('results.overTime')}</span>
      </div>
      <ul>
        <For each={props.result.options}>
          {(option) => (
            <Option
              option={option}
              isShown={props.result.n >= 5}
              metric={props.metric}
              rows={rows(option.value)}
              trend={sharesOver(props.periods, props.result.question, option.value)}
            />
          )}
        </For>
      </ul>
    </div>
  )
}

function Option(props: {
  option: OptionResult
  /** Whether there are enough answers for a share. */
  isShown: boolean
  metric: Metric
  rows: string
  trend: ReturnType<typeof sharesOver>
}) {
  const share = () => {
    const { share, low, high } = props.option
    return share === null || low === null || high === null || !props.isShown
      ? undefined
      : { share, low, high }
  }
  const isDrawn = createMemo(() => props.trend.filter(isShown).length > 1)
  return (
    <li class="option-result">
      <p class="option-result__name">
        <Show when={props.option.n > 0} fallback={<bdi>{props.option.text}</bdi>}>
          <A class="option-result__link" href={props.rows} title={t('seeAnswers')}>
            <bdi>{props.option.text}</bdi>
          </A>
        </Show>
        <Show when={!props.option.isOffered}>
          {' '}
          <span class="quiet">({t('results.notOffered')})</span>
        </Show>
      </p>
      <p class="option-result__share">
        <Show when={share()}>
          {(known) => (
            <>
              <strong>{format.share(locale(), known().share, 100)}</strong>{' '}
              <span class="quiet" dir="ltr">
                ({format.shareRange(locale(), known())})
              </span>{' '}
            </>
          )}
        </Show>
        <span class="quiet">{plural('answers', props.option.n)}</span>
      </p>
      <svg class="option-result__bar" aria-hidden="true">
        <Show when={share()}>
          {(known) => (
            <>
              <rect class="option-result__fill" width={`${known().share}%`} height="100%" />
              <line
                class="option-result__interval"
                x1={`${known().low}%`}
                x2={`${known().high}%`}
                y1="50%"
                y2="50%"
              />
            </>
          )}
        </Show>
      </svg>
      <p class="option-result__effect" data-verdict={props.option.effect?.verdict}>
        <Show when={props.option.effect}>{(effect) => effectInWords(props.metric, effect())}</Show>
      </p>
      <div class="option-result__trend">
        <Show when={isDrawn()}>
          <Sparkline
            trend={props.trend}
            label={t('results.shareOverTime', { option: props.option.text })}
          />
        </Show>
      </div>
    </li>
  )
}
