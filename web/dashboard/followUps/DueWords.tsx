import { Match, Switch } from 'solid-js'
import type { FollowUp } from './model/api.ts'
import { isOverdue, wroteAgainAt } from './model/status.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import './dueWords.css'

/**
 * When the reply is due or how late it is; for cases dealt with, how long ago that was, or that the
 * customer has written again since.
 */
export function DueWords(props: { followUp: FollowUp }) {
  const since = () => {
    const { closedAt, contactedAt, openedAt } = props.followUp
    return format.ago(locale(), closedAt ?? contactedAt ?? openedAt, Date.now())
  }
  return (
    <Switch fallback={<span>{since()}</span>}>
      <Match when={isOverdue(props.followUp) && props.followUp.dueAt}>
        {(due) => (
          <strong class="due-words__late">
            {t('followUps.late', { time: format.duration(locale(), Date.now() - due()) })}
          </strong>
        )}
      </Match>
      <Match when={wroteAgainAt(props.followUp)}>
        {(at) => (
          <strong class="due-words__late">
            {t('followUps.wroteAgain', { time: format.ago(locale(), at(), Date.now()) })}
          </strong>
        )}
      </Match>
      <Match when={props.followUp.state === 'new' && props.followUp.dueAt}>
        {(due) => (
          <span>{t('followUps.due', { time: format.ago(locale(), due(), Date.now()) })}</span>
        )}
      </Match>
    </Switch>
  )
}
