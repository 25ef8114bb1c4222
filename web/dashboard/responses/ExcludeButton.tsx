import { Show } from 'solid-js'
import type { SurveyResponse } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { describedBy } from './ResponseItem.tsx'
import './excludeButton.css'

/** Why a response is excluded, with a button that counts it. Tests never count. */
export function ExcludeButton(props: { response: SurveyResponse; onCount: () => void }) {
  const session = useSession()
  const reason = () => {
    const { state, spamReason, review } = props.response
    if (state === 'test' || state === 'unconfirmed') return t(`responses.reasons.${state}`)
    if (spamReason !== 'person' || !review) return t(`responses.reasons.${spamReason ?? 'person'}`)
    const time = format.instant(locale(), session.workspace.timeZone, review.at)
    return t('responses.excludedBy', { name: review.by, time })
  }
  return (
    <div class="exclude-button">
      <p>{reason()}</p>
      <Show when={mayFollowUp(session) && props.response.state !== 'test'}>
        <button
          type="button"
          class="button"
          aria-describedby={describedBy(props.response)}
          onClick={() => props.onCount()}
        >
          {t('responses.count')}
        </button>
      </Show>
    </div>
  )
}
