import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { FollowUp } from './model/api.ts'
import { t } from '../base/i18n.ts'
import { choicesOf, isUnverified, nameOf, wordsOf } from '../responses/responseParts.ts'
import { searchParts } from '../../../surveys/search/searchParts.ts'
import { SearchedText } from '../ui/search/SearchedText.tsx'
import { DueWords } from './DueWords.tsx'
import { GivenScores } from '../responses/GivenScores.tsx'
import './followUpRow.css'

/** One row of the list, always of the same height. */
export function FollowUpRow(props: {
  followUp: FollowUp
  /** What is searched for. */
  text: string
  open: boolean
  /** Others have changed it, so that it no longer belongs to the list. */
  hasLeft: boolean
  href: string
  chosen: boolean
  onChoose: (reaching: boolean) => void
}) {
  const response = () => props.followUp.response
  const words = () =>
    wordsOf(response())[0] ?? choicesOf(response())[0]?.text ?? t('responses.noWords')
  const isFound = (text: string) =>
    props.text !== '' && searchParts(text, props.text).some((part) => part.isFound)
  // The text that was found, if it isn't the first.
  const foundWords = () => wordsOf(response()).find(isFound)
  const foundNote = () => {
    const { note } = props.followUp
    return note && !foundWords() && isFound(note) ? note : undefined
  }
  return (
    <>
      <label class="follow-up-row__checkbox">
        <input
          id={`pick-${props.followUp.id}`}
          type="checkbox"
          aria-label={t('desk.select', { words: words() })}
          aria-keyshortcuts="x"
          checked={props.chosen}
          onClick={(event) => {
            props.onChoose(event.shiftKey)
            // The browser has toggled the box, but Shift always selects.
            event.currentTarget.checked = props.chosen
          }}
        />
      </label>
      <A
        id={`row-${props.followUp.id}`}
        class="follow-up-row"
        href={props.href}
        data-left={props.hasLeft}
        noScroll
        aria-current={props.open ? 'true' : undefined}
      >
        <GivenScores response={response()} />
        <Show
          when={foundNote()}
          fallback={
            <span class="follow-up-row__words" dir="auto" lang={response().language ?? undefined}>
              <SearchedText text={foundWords() ?? words()} search={props.text} />
            </span>
          }
        >
          {(note) => (
            <span class="follow-up-row__words">
              <span class="quiet">{t('followUps.note')}:</span>{' '}
              <bdi>
                <SearchedText text={note()} search={props.text} />
              </bdi>
            </span>
          )}
        </Show>
        <span class="metadata">
          <Show when={props.hasLeft}>
            <strong>{t(`followUpStates.${props.followUp.state}`)}</strong>
          </Show>
          <DueWords followUp={props.followUp} />
          <span class="follow-up-row__who">
            <bdi>
              <SearchedText
                text={nameOf(response()) ?? t('responses.anonymous')}
                search={props.text}
              />
            </bdi>
            <Show when={isUnverified(response())}>
              {' '}
              <span>({t('responses.unverified')})</span>
            </Show>
            <Show when={!props.followUp.reachable}>
              {' '}
              <span>· {t('desk.unreachable')}</span>
            </Show>
          </span>
          <span>
            <bdi>{props.followUp.owner?.name ?? t('desk.unassigned')}</bdi>
          </span>
        </span>
      </A>
    </>
  )
}
