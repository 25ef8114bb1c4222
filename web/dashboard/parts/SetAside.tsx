import { Show } from 'solid-js'
import type { SurveyResponse } from '../api.ts'
import { t } from '../i18n.ts'
import { mayFollowUp, useSession } from '../session.ts'

/** Why an answer is kept apart, and for whoever may judge it the way back. A test never counts. */
export function SetAside(props: { response: SurveyResponse; onCount: () => void }) {
  const session = useSession()
  const reason = () => {
    const { state, suspicion } = props.response
    if (state === 'test' || state === 'unconfirmed') return t(`responses.aside.${state}`)
    return t(`responses.aside.${suspicion ?? 'person'}`)
  }
  return (
    <div class="set-aside">
      <p>{reason()}</p>
      <Show when={mayFollowUp(session) && props.response.state !== 'test'}>
        <button type="button" class="button" onClick={() => props.onCount()}>
          {t('responses.countIt')}
        </button>
      </Show>
    </div>
  )
}
