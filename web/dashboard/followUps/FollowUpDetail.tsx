import { A } from '@solidjs/router'
import { createEffect, For, on, Show } from 'solid-js'
import IconBack from '~icons/lucide/arrow-left'
import IconReply from '~icons/lucide/reply'
import type { Person } from '../base/api.ts'
import type { Contact, FollowUp, FollowUpDetail as Detail, StateChange } from './model/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Notes } from './model/notes.ts'
import { choicesOf, isUnverified, nameOf, optOutOf, wordsOf } from '../responses/responseParts.ts'
import { questionText, useSession } from '../base/session.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { SearchedText } from '../ui/search/SearchedText.tsx'
import { DueWords } from './DueWords.tsx'
import { FollowUpActions } from './FollowUpActions.tsx'
import { History } from '../responses/History.tsx'
import { GivenScores } from '../responses/GivenScores.tsx'
import { LogContact } from './LogContact.tsx'
import { NoteField } from './NoteField.tsx'
import { replyLink } from './reply.ts'
import { Timeline } from './Timeline.tsx'
import './followUpDetail.css'

/** The open follow-up with its response, actions, note and timeline. */
export function FollowUpDetail(props: {
  followUp: FollowUp
  /** What is searched for. */
  search: string
  /** Timeline and history; null until loaded. */
  more: Detail | null
  people: Person[]
  notes: Notes
  onChange: (change: StateChange) => void
  onLog: (contact: Contact) => Promise<boolean>
  onBack: () => void
}) {
  const session = useSession()
  const response = () => props.followUp.response
  const more = () => (props.more?.id === props.followUp.id ? props.more : null)
  let heading!: HTMLHeadingElement
  let openLog!: () => void
  createEffect(
    on(
      () => props.followUp.id,
      () => {
        heading.scrollIntoView({ block: 'nearest' })
        // On a narrow screen the list, with the focus in it, has been hidden.
        if (!document.activeElement?.checkVisibility() || document.activeElement === document.body)
          heading.focus()
      },
    ),
  )

  return (
    <article class="follow-up-detail">
      <button
        type="button"
        class="button follow-up-detail__back"
        data-kind="quiet"
        onClick={() => props.onBack()}
      >
        <IconBack aria-hidden="true" class="flips" />
        {t('followUps.back')}
      </button>
      <header class="follow-up-detail__head">
        <GivenScores response={response()} />
        <div>
          <h1 ref={(element) => (heading = element)} class="follow-up-detail__who" tabindex="-1">
            <bdi>{nameOf(response()) ?? t('responses.anonymous')}</bdi>
          </h1>
          <p class="metadata">
            <DueWords followUp={props.followUp} />
            <Show when={response().customer?.email}>
              {(email) => (
                // An unverified address may be a stranger's, so it is no link.
                <Show when={!isUnverified(response())} fallback={<bdi>{email()}</bdi>}>
                  <a href={`mailto:${email()}`}>
                    <bdi>{email()}</bdi>
                  </a>
                </Show>
              )}
            </Show>
            <Show when={isUnverified(response())}>
              <span>{t('responses.unverified')}</span>
            </Show>
            <Show when={response().badSignature}>
              <span>{t('responses.badSignature')}</span>
            </Show>
            <Show when={response().unusable.length > 0}>
              <span>{t('responses.unusable', { names: response().unusable.join(', ') })}</span>
            </Show>
            <Show when={optOutOf(response())}>
              {(optOut) => <span>{t(`responses.${optOut()}`)}</span>}
            </Show>
            <A href={`/surveys/${props.followUp.survey.id}/responses`}>
              <bdi>{props.followUp.survey.name}</bdi>
            </A>
          </p>
        </div>
      </header>
      <div class="follow-up-detail__words">
        <For
          each={wordsOf(response())}
          fallback={
            <Show when={choicesOf(response()).length === 0}>
              <p class="response-item__no-text">{t('responses.noWords')}</p>
            </Show>
          }
        >
          {(text) => (
            <p
              class="response-text"
              data-size="large"
              dir="auto"
              lang={response().language ?? undefined}
            >
              <SearchedText text={text} search={props.search} />
            </p>
          )}
        </For>
      </div>
      <div class="action-row" role="group" aria-label={t('desk.contact')}>
        <Show
          when={replyLink(props.followUp, session.workspace.name, session.me.name)}
          fallback={
            <Show when={!props.followUp.reachable}>
              <span class="quiet">{t('desk.unreachableHelp')}</span>
            </Show>
          }
        >
          {(href) => (
            <a class="button" data-kind="primary" href={href()}>
              <IconReply aria-hidden="true" class="flips" />
              {t('desk.reply')}
            </a>
          )}
        </Show>
        <button type="button" class="button" onClick={() => openLog()}>
          {t('desk.logContact')}
        </button>
      </div>
      <LogContact ref={(open) => (openLog = open)} onLog={props.onLog} />
      <FollowUpActions
        label={t('followUps.actions')}
        followUps={[props.followUp]}
        people={props.people}
        onChange={props.onChange}
      />
      <dl class="follow-up-detail__properties" aria-label={t('followUps.facts')}>
        <For each={choicesOf(response())}>
          {({ ask, text }) => <Fact name={questionText(session, ask)} value={text} />}
        </For>
        <For each={Object.entries(response().properties)}>
          {([name, value]) => <Fact name={propertyName(name)} value={segmentName(name, value)} />}
        </For>
        <For each={Object.entries(response().personal ?? {})}>
          {([name, value]) => <Fact name={propertyName(name)} value={value} />}
        </For>
        <Fact
          name={t('followUps.answered')}
          value={format.instant(locale(), session.workspace.timeZone, response().answeredAt)}
        />
      </dl>
      <Show when={response().feedbackUrl}>
        {(url) => (
          <p>
            <CopyButton text={url()} label={t('followUps.copyFeedback')} />
          </p>
        )}
      </Show>
      <NoteField subject={props.followUp.id} note={props.followUp.note} notes={props.notes} />
      <Timeline openedAt={props.followUp.openedAt} events={more()?.timeline ?? []} />
      <Show when={more()}>{(found) => <History responses={found().history} />}</Show>
    </article>
  )
}

function Fact(props: { name: string; value: string }) {
  return (
    <div class="follow-up-detail__property">
      <dt>
        <bdi>{props.name}</bdi>
      </dt>
      <dd>
        <bdi>{props.value}</bdi>
      </dd>
    </div>
  )
}
