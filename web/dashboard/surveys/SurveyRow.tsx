import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import { Menu, type MenuItem } from '../ui/menu/Menu.tsx'
import { useSurveyActions } from './actions.ts'
import type { SurveyScores } from './api.ts'
import './surveyRow.css'

/** A survey in the list, with its state, score, answers and actions. */
export function SurveyRow(props: {
  survey: Survey
  /** Its score; undefined while unknown, and if it has none. */
  score: ReturnType<SurveyScores['get']>
}) {
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
        </p>
      </div>
      <div class="survey-row__score">
        <Show when={props.survey.answers > 0 && props.score}>
          {(card) => (
            <Show
              when={card().now.n > 0}
              fallback={<p class="quiet">{t('surveys.noScore', { n: card().days })}</p>}
            >
              <ScoreFigure score={card().now} size="row" />
              <p class="survey-row__detail">{t('surveys.days', { n: card().days })}</p>
            </Show>
          )}
        </Show>
      </div>
      <div class="survey-row__answers">
        <p>
          <Show
            when={props.survey.answers > 0}
            fallback={<span class="quiet">{t('noAnswers')}</span>}
          >
            <AnswersLink of={rows()}>{plural('answers', props.survey.answers)}</AnswersLink>
          </Show>
        </p>
        <Show when={props.survey.lastAnswerAt}>
          {(at) => (
            <p class="survey-row__detail">
              {t('surveys.last', { when: format.ago(locale(), at(), Date.now()) })}
            </p>
          )}
        </Show>
      </div>
      <SurveyMenu survey={props.survey} />
    </li>
  )
}

function SurveyMenu(props: { survey: Survey }) {
  const session = useSession()
  const actions = useSurveyActions()
  const items = (): MenuItem[] => {
    const { survey } = props
    const { id, state } = survey
    const action = (text: string, run: (survey: Survey) => Promise<void>) => ({
      text,
      onChoose: () => void run(survey),
    })
    const share = { text: t('nav.share'), href: `/surveys/${id}/share` }
    if (!mayManage(session)) return [share]
    return [
      { text: t('nav.edit'), href: `/surveys/${id}/edit` },
      share,
      action(t('surveys.duplicate'), actions.duplicate),
      ...(state === 'live' ? [action(t('surveys.pause'), actions.pause)] : []),
      ...(state === 'paused' ? [action(t('surveys.resume'), actions.resume)] : []),
      state === 'archived'
        ? action(t('surveys.restore'), actions.restore)
        : action(t('surveys.archive'), actions.archive),
    ]
  }
  return <Menu name={t('surveys.actions', { name: props.survey.name })} items={items()} />
}
