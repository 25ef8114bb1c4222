import { A } from '@solidjs/router'
import { createResource, Match, Show, Switch } from 'solid-js'
import type { Overview } from './api.ts'
import { countExcluded } from '../surveys/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { contiguousRuns } from '../chart/contiguousRuns.ts'
import { useSession } from '../base/session.ts'
import { ExcludedNote } from '../surveys/ExcludedNote.tsx'
import { ChangeWords } from '../scores/ChangeWords.tsx'
import { Definition } from '../scores/Definition.tsx'
import { PastAnswers } from '../scores/PastAnswers.tsx'
import { SaveTrend } from '../scores/SaveTrend.tsx'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import { Sparkline } from '../chart/Sparkline.tsx'

/** A survey's summary; the whole card links to its trends. */
export function SurveyCard(props: { entry: Overview['surveys'][number] }) {
  const { workspace } = useSession()
  const survey = () => props.entry.survey
  const days = () => ({
    from: format.daysBefore(workspace.today, props.entry.days - 1),
    to: workspace.today,
    timeZone: workspace.timeZone,
    counting: 'answers' as const,
    state: 'counted' as const,
  })
  const shown = () =>
    `question=${props.entry.question}&range=custom&from=${days().from}&to=${days().to}`
  return (
    <li class="survey-card">
      <h3 class="survey-card__name">
        <A href={`/surveys/${survey().id}/trends?${shown()}`}>
          <bdi>{survey().name}</bdi>
        </A>
      </h3>
      <p class="survey-card__kind">
        {t(`metrics.${props.entry.metric}`)}
        <Show when={survey().state !== 'live'}> · {t(`surveyStates.${survey().state}`)}</Show>
      </p>
      <div class="survey-card__body">
        <Switch
          fallback={
            <>
              <ScoreFigure
                score={props.entry.now}
                size="card"
                rows={`/surveys/${survey().id}/responses?${shown()}`}
              />
              <Show when={props.entry.now.evidenceLevel !== 'answers' && props.entry.now.share}>
                {(easy) => (
                  <p class="quiet">
                    {t('score.easy', { share: format.score(locale(), 'csat', easy().score) })}
                  </p>
                )}
              </Show>
              <ChangeWords
                metric={props.entry.metric}
                change={props.entry.change}
                against={t('change.against')}
              />
              <Definition
                survey={survey()}
                scores={{ ...days(), metric: props.entry.metric, total: props.entry.now }}
                query={{ question: props.entry.question, from: days().from, to: days().to }}
                segments={[]}
              />
            </>
          }
        >
          <Match when={survey().answers === 0}>
            <NothingCounts surveyId={survey().id} />
          </Match>
          <Match when={survey().answersNow === 0}>
            <div class="quiet">
              <PastAnswers survey={survey()} />
            </div>
          </Match>
          <Match when={props.entry.now.n === 0}>
            <p class="quiet">{t('overview.quiet')}</p>
          </Match>
        </Switch>
      </div>
      <Show when={contiguousRuns(props.entry.trend).length > 0}>
        <div class="survey-card__trend">
          <Sparkline trend={props.entry.trend} label={t('overview.sparkline')} />
          <SaveTrend
            trend={{ survey: survey(), question: props.entry.question, weeks: props.entry.trend }}
            what={survey().name}
          />
        </div>
      </Show>
    </li>
  )
}

function NothingCounts(props: { surveyId: string }) {
  const [excluded] = createResource(() => props.surveyId, countExcluded, { initialValue: 0 })
  return (
    <div class="quiet">
      <Show when={excluded.latest} fallback={<p>{t('noScore.neverHelp')}</p>}>
        {(n) => <ExcludedNote surveyId={props.surveyId} n={n()} />}
      </Show>
    </div>
  )
}
