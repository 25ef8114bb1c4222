import { Show } from 'solid-js'
import type { SurveyResponse } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { toldBy } from './ResponseItem.tsx'
import './excludeButton.css'

/** Why an answer is kept apart, and for whoever may judge it the way back. A test never counts. */
export function ExcludeButton(props: { response: SurveyResponse; onCount: () => void }) {
  const session = useSession()
  const reason = () => {
    const { state, spamReason, review } = props.response
    if (state === 'test' || state === 'unconfirmed') return t(`responses.aside.${state}`)
    if (spamReason !== 'person' || !review) return t(`responses.aside.${spamReason ?? 'person'}`)
    const time = format.instant(locale(), session.workspace.timeZone, review.at)
    return t('responses.asideBy', { name: review.by, time })
  }
  return (
    <div class="exclude-button">
      <p>{reason()}</p>
      <Show when={mayFollowUp(session) && props.response.state !== 'test'}>
        <button
          type="button"
          class="button"
          aria-describedby={toldBy(props.response)}
          onClick={() => props.onCount()}
        >
          {t('responses.countIt')}
        </button>
      </Show>
    </div>
  )
}
