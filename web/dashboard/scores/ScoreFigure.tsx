import { Show } from 'solid-js'
import type { Score } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { isShown } from '../../../surveys/scoring/evidenceLevel.ts'
import { AnswersLink } from './AnswersLink.tsx'

/** Score, interval and n. Only n is shown if it is too small for a score. */
export function ScoreFigure(props: {
  score: Score
  size: 'headline' | 'card' | 'row'
  /** The address of the answers that it counts. */
  rows?: string | undefined
}) {
  const shown = () => (isShown(props.score) ? props.score : null)
  const write = (value: number) => format.score(locale(), props.score.metric, value)

  return (
    <p class="score-figure" data-size={props.size} data-evidence={props.score.evidenceLevel}>
      <Show when={shown()} fallback={<strong class="score-figure__value">–</strong>}>
        {(known) => (
          <span
            class="score-figure__figure"
            title={t('score.between', { low: write(known().low), high: write(known().high) })}
          >
            <strong class="score-figure__value" dir="ltr">
              {write(known().score)}
            </strong>{' '}
            <span class="score-figure__interval" dir="ltr">
              {format.interval(locale(), known().metric, known())}
            </span>
          </span>
        )}
      </Show>{' '}
      <span class="score-figure__n">
        <Show when={props.score.n > 0} fallback={t('noAnswers')}>
          <AnswersLink of={props.rows}>{plural('answers', props.score.n)}</AnswersLink>
        </Show>
        <Show when={props.score.evidenceLevel === 'answers'}>, {t('score.tooFew')}</Show>
      </span>
      <Show when={props.score.evidenceLevel === 'early'}>
        {' '}
        <span class="badge">{t('score.early')}</span>
      </Show>
    </p>
  )
}
