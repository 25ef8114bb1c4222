import { Show } from 'solid-js'
import type { SurveyResponse } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { toldBy } from './ResponseItem.tsx'

/** Why an answer is kept apart, and for whoever may judge it the way back. A test never counts. */
export function SetAside(props: { response: SurveyResponse; onCount: () => void }) {
  const session = useSession()
  const reason = () => {
    const { state, suspicion, judged } = props.response
    if (state === 'test' || state === 'unconfirmed') return t(`responses.aside.${state}`)
    if (suspicion !== 'person' || !judged) return t(`responses.aside.${suspicion ?? 'person'}`)
    const time = format.instant(locale(), session.workspace.timeZone, judged.at)
    return t('responses.asideBy', { name: judged.by, time })
  }
  return (
    <div class="set-aside">
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
