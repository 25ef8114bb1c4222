import { A } from '@solidjs/router'
import { createResource, Match, Show, Switch } from 'solid-js'
import type { Overview } from './api.ts'
import * as format from '../base/format.ts'
import { t } from '../base/i18n.ts'
import { contiguousRuns } from '../chart/contiguousRuns.ts'
import { useSession } from '../base/session.ts'
import { ChangeWords } from '../scores/ChangeWords.tsx'
import { PastAnswers } from '../scores/PastAnswers.tsx'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import { Sparkline } from '../chart/Sparkline.tsx'
import { countExcluded } from '../surveys/api.ts'
import { ExcludedNote } from '../surveys/ExcludedNote.tsx'

/** A survey's score and its change in one row, which links to its trends. */
export function SurveyScore(props: { entry: Overview['surveys'][number] }) {
  const { workspace } = useSession()
  const survey = () => props.entry.survey
  const shown = () => {
    const from = format.daysBefore(workspace.today, props.entry.days - 1)
    return `question=${props.entry.question}&range=custom&from=${from}&to=${workspace.today}`
  }
  return (
    <li class="survey-score">
      <h3 class="survey-score__name">
        <A href={`/surveys/${survey().id}/trends?${shown()}`} title={survey().name}>
          <bdi>{survey().name}</bdi>
        </A>
      </h3>
      <p class="survey-score__state" data-state={survey().state}>
        {t(`surveyStates.${survey().state}`)}
      </p>
      <Switch
        fallback={
          <>
            <ScoreFigure
              score={props.entry.now}
              size="row"
              rows={`/surveys/${survey().id}/responses?${shown()}`}
            />
            <ChangeWords
              metric={props.entry.metric}
              change={props.entry.change}
              against={t('change.against')}
              brief
            />
          </>
        }
      >
        <Match when={survey().answers === 0}>
          <div class="survey-score__none">
            <NoAnswers surveyId={survey().id} />
          </div>
        </Match>
        <Match when={survey().answersNow === 0}>
          <div class="survey-score__none">
            <PastAnswers survey={survey()} />
          </div>
        </Match>
        <Match when={props.entry.now.n === 0}>
          <p class="survey-score__none">{t('overview.quiet')}</p>
        </Match>
      </Switch>
      <Show when={contiguousRuns(props.entry.trend).length > 0}>
        <Sparkline trend={props.entry.trend} label={t('overview.sparkline')} />
      </Show>
    </li>
  )
}

/** Says whether there are no answers, or only excluded ones. */
function NoAnswers(props: { surveyId: string }) {
  const [excluded] = createResource(() => props.surveyId, countExcluded, { initialValue: 0 })
  return (
    <Show when={excluded.latest} fallback={<p>{t('noScore.never')}</p>}>
      {(n) => <ExcludedNote surveyId={props.surveyId} n={n()} />}
    </Show>
  )
}
