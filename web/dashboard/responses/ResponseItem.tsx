import { A } from '@solidjs/router'
import { For, Show, type ParentProps } from 'solid-js'
import { addressOf } from './address.ts'
import type { SurveyResponse } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { choicesOf, isUnverified, nameOf, optOutOf, wordsOf } from './responseParts.ts'
import { questionText, mayFollowUp, useSession } from '../base/session.ts'
import { segmentName } from '../base/propertyNames.ts'
import { SearchedText } from '../ui/search/SearchedText.tsx'
import { GivenScores } from './GivenScores.tsx'
import { TagList } from './TagList.tsx'
import './responseItem.css'

/** The ids of a response's text and time, which describe its buttons to screen readers. */
export const describedBy = ({ id }: SurveyResponse) => `text-${id} answered-${id}`

/** A response: the customer's text, then its details, then its buttons. Its time leads to it in full. */
export function ResponseItem(
  props: ParentProps<{
    response: SurveyResponse
    search?: string | undefined
    /** Where it is open in full; by default its own address. */
    href?: string | undefined
  }>,
) {
  const session = useSession()
  const words = () => wordsOf(props.response)
  const choices = () => choicesOf(props.response)
  /** Names the first of the texts, of which `before` come earlier. */
  const idOf = (at: number, before = 0) =>
    at + before === 0 ? `text-${props.response.id}` : undefined
  return (
    <article class="response-item">
      <GivenScores response={props.response} />
      <div class="response-item__body">
        <Show
          when={words().length > 0}
          fallback={
            <Show when={choices().length + props.response.additions.length === 0}>
              <p id={idOf(0)} class="response-item__no-text">
                {t('responses.noWords')}
              </p>
            </Show>
          }
        >
          <For each={words()}>
            {(text, at) => (
              <p
                id={idOf(at())}
                class="response-text"
                dir="auto"
                lang={props.response.language ?? undefined}
              >
                <SearchedText text={text} search={props.search} />
              </p>
            )}
          </For>
        </Show>
        <For each={props.response.additions}>
          {({ at, text }, index) => (
            <div>
              <p
                id={idOf(index(), words().length)}
                class="response-text"
                dir="auto"
                lang={props.response.language ?? undefined}
              >
                <SearchedText text={text} search={props.search} />
              </p>
              <p class="metadata">
                {t('responses.added', {
                  time: format.instant(locale(), session.workspace.timeZone, at),
                })}
              </p>
            </div>
          )}
        </For>
        <For each={choices()}>
          {({ ask, text }, at) => (
            <p
              id={idOf(at(), words().length + props.response.additions.length)}
              title={questionText(session, ask)}
            >
              <bdi>{text}</bdi>
            </p>
          )}
        </For>
        <TagList tags={props.response.tags} />
        <p class="metadata">
          <Show when={mayFollowUp(session)}>
            <span>
              <bdi>
                <SearchedText
                  text={nameOf(props.response) ?? t('responses.anonymous')}
                  search={props.search}
                />
              </bdi>
            </span>
          </Show>
          <Show when={isUnverified(props.response)}>
            <span>{t('responses.unverified')}</span>
          </Show>
          <Show when={props.response.badSignature}>
            <span>{t('responses.badSignature')}</span>
          </Show>
          <For each={Object.values(props.response.personal ?? {})}>
            {(value) => (
              <span>
                <bdi>{value}</bdi>
              </span>
            )}
          </For>
          <A
            id={`row-${props.response.id}`}
            class="response-item__time"
            href={props.href ?? addressOf(props.response)}
            noScroll
          >
            <time
              id={`answered-${props.response.id}`}
              datetime={new Date(props.response.answeredAt).toISOString()}
            >
              {format.instant(locale(), session.workspace.timeZone, props.response.answeredAt)}
            </time>
          </A>
          <For each={Object.entries(props.response.properties)}>
            {([property, value]) => (
              <span>
                <bdi>{segmentName(property, value)}</bdi>
              </span>
            )}
          </For>
          <Show when={props.response.unusable.length > 0}>
            <span>{t('responses.unusable', { names: props.response.unusable.join(', ') })}</span>
          </Show>
          <Show when={optOutOf(props.response)}>
            {(optOut) => <span>{t(`responses.${optOut()}`)}</span>}
          </Show>
          <Show when={props.response.state === 'partial'}>
            <span>{t('responses.partial')}</span>
          </Show>
          <Show when={mayFollowUp(session) && props.response.followUp}>
            {(followUp) => (
              <A href={`/follow-ups/${followUp().id}`}>
                {t('responses.followUp', { state: t(`followUpStates.${followUp().state}`) })}
              </A>
            )}
          </Show>
          {props.children}
        </p>
      </div>
    </article>
  )
}
