import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { AnswersLink } from '../scores/AnswersLink.tsx'

/** A survey in the list, with its state and actions. */
export function SurveyRow(props: { survey: Survey; onSetLive: (live: boolean) => void }) {
  const session = useSession()
  const isLive = () => props.survey.state === 'live'
  // The count includes answers to earlier main questions, which no single filter shows together.
  const rows = () => {
    const { id, questions, answers, answersNow } = props.survey
    return answers === answersNow
      ? `/surveys/${id}/responses?question=${questions[0]!.id}`
      : undefined
  }
  return (
    <li class="survey-row">
      <div class="survey-row__about">
        <h2 class="survey-row__name">
          <A href={`/surveys/${props.survey.id}/trends`}>
            <bdi>{props.survey.name}</bdi>
          </A>
        </h2>
        <p class="metadata">
          <span class="survey-row__state" data-state={props.survey.state}>
            {t(`surveyStates.${props.survey.state}`)}
          </span>
          <Show when={props.survey.questions[0]}>
            {(main) => <span>{t(`metrics.${main().metric}`)}</span>}
          </Show>
          <span>
            <Show when={props.survey.answers > 0} fallback={t('noAnswers')}>
              <AnswersLink of={rows()}>{plural('answers', props.survey.answers)}</AnswersLink>
            </Show>
            <Show when={props.survey.lastAnswerAt}>
              {(at) => <>, {t('surveys.last', { when: format.ago(locale(), at(), Date.now()) })}</>}
            </Show>
          </span>
        </p>
      </div>
      <div class="survey-row__actions">
        <Show when={isLive() && props.survey.url}>
          {(url) => <CopyButton text={url()} label={t('surveys.copy')} about={props.survey.name} />}
        </Show>
        <Show when={mayManage(session)}>
          <A class="button" href={`/surveys/${props.survey.id}/edit`}>
            {t('nav.edit')}
            <span class="visually-hidden"> {props.survey.name}</span>
          </A>
        </Show>
        {/* Drafts are published in the editor. */}
        <Show when={mayManage(session) && (isLive() || props.survey.state === 'paused')}>
          <button type="button" class="button" onClick={() => props.onSetLive(!isLive())}>
            {t(isLive() ? 'surveys.pause' : 'surveys.resume')}
            <span class="visually-hidden"> {props.survey.name}</span>
          </button>
        </Show>
      </div>
    </li>
  )
}
