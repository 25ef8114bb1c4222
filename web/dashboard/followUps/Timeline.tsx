import { For } from 'solid-js'
import {
  ALL_CLOSE_REASONS,
  CONTACT_CHANNELS,
  FOLLOW_UP_STATES,
} from '../../../surveys/followUps.ts'
import type { FollowUpDetail } from './model/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import './timeline.css'

type Event = FollowUpDetail['timeline'][number]

/** A follow-up's events, newest first, down to the answer that opened it. */
export function Timeline(props: { openedAt: number; events: Event[] }) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" class="subtitle">
        {t('followUps.timeline')}
      </h2>
      <ol class="timeline">
        <For each={props.events.toSorted((a, b) => b.at - a.at)}>
          {(event) => <Entry at={event.at} words={inWords(event)} />}
        </For>
        <Entry at={props.openedAt} words={t('followUps.opened')} />
      </ol>
    </section>
  )
}

function Entry(props: { at: number; words: string }) {
  const session = useSession()
  return (
    <li class="timeline__entry">
      <span dir="auto">{props.words}</span>
      <time class="quiet" datetime={new Date(props.at).toISOString()}>
        {format.instant(locale(), session.workspace.timeZone, props.at)}
      </time>
    </li>
  )
}

function inWords({ kind, by, text, detail }: Event): string {
  if (kind === 'owner' && !text) return t('followUps.events.unowned', { by })
  if (kind === 'note' && !text) return t('followUps.events.unnoted', { by })
  if (kind === 'contact') {
    const channel = CONTACT_CHANNELS.find((known) => known === detail) ?? 'phone'
    const logged = t('desk.contactLogged', { by, channel: t(`desk.channels.${channel}`) })
    return text ? `${logged}: ${text}` : logged
  }
  const state = kind === 'state' && FOLLOW_UP_STATES.find((known) => known === text)
  const reason = ALL_CLOSE_REASONS.find((known) => known === detail)
  const done = t(`followUps.events.${kind}`, {
    by,
    text: state ? t(`followUps.outcomes.${state}`) : (text ?? ''),
  })
  return reason ? `${done} · ${t(`desk.reasons.${reason}`)}` : done
}
