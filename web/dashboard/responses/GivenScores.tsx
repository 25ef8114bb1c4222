import { For, Show } from 'solid-js'
import { bandOf } from '../../../surveys/scoring/metrics.ts'
import type { SurveyResponse } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { givenScoresOf } from './responseParts.ts'
import { questionText, useSession } from '../base/session.ts'
import './givenScores.css'

/** The scores a customer gave, with their scales, and their bands for screen readers. */
export function GivenScores(props: { response: Pick<SurveyResponse, 'answers'> }) {
  const session = useSession()
  return (
    <p class="given-scores">
      <For each={givenScoresOf(props.response)}>
        {({ metric, value, max, ask }) => (
          <span
            class="given-scores__score"
            data-band={bandOf(metric, value)}
            title={questionText(session, ask)}
          >
            <strong class="given-scores__value">{format.count(locale(), value)}</strong>{' '}
            <span class="given-scores__of">
              {t('responses.of', { max: format.count(locale(), max) })}
            </span>
            <span class="visually-hidden">, {t(`bands.${bandOf(metric, value)}`)}</span>
          </span>
        )}
      </For>
      <Show when={givenScoresOf(props.response).length === 0}>
        <span class="given-scores__score">–</span>
      </Show>
    </p>
  )
}
