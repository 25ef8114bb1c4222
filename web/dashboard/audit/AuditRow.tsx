import { Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { AuditEntry } from './api.ts'

/** One entry: when, who, what, and whom or what it was about. */
export function AuditRow(props: { entry: AuditEntry; onActor: (id: string) => void }) {
  const session = useSession()
  const actor = () => props.entry.actor
  const actorName = () => actor().name ?? t(`audit.actors.${actor().kind}`)
  // A person whom the action is about, unless they acted themselves.
  const subject = () =>
    props.entry.subject?.id === actor().id ? null : (props.entry.subject?.name ?? null)
  const details = () => Object.values(props.entry.details).flat().map(String).join(' · ')

  return (
    <li class="audit__entry">
      <time class="quiet" datetime={new Date(props.entry.at).toISOString()}>
        {format.instant(locale(), session.workspace.timeZone, props.entry.at)}
      </time>
      <p>
        <Show when={actor().id} fallback={<span class="quiet">{actorName()}</span>}>
          {(id) => (
            <button
              type="button"
              class="link"
              title={t('audit.onlyActor')}
              onClick={() => props.onActor(id())}
            >
              <bdi>{actorName()}</bdi>
            </button>
          )}
        </Show>
      </p>
      <p>
        {t(`audit.actions.${props.entry.action}`)}
        <Show when={subject()}>{(name) => <bdi> · {name()}</bdi>}</Show>
        <Show when={props.entry.survey?.name}>{(name) => <bdi> · {name()}</bdi>}</Show>
        <Show when={details()}>
          <span class="audit__details" dir="ltr">
            {details()}
          </span>
        </Show>
      </p>
    </li>
  )
}
