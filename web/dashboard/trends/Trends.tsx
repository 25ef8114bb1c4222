import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, createResource, Show, untrack } from 'solid-js'
import type { Scores, Survey } from '../base/api.ts'
import { change as changeOf, scores } from '../scores/api.ts'
import { shifts } from '../watching/api.ts'
import {
  changeQuery,
  questionOf,
  rangeWithAnswers,
  rowsAddress,
  scoresQuery,
  toggled,
  writeFilter,
  type Filter,
  type Segment,
} from '../scores/filter.ts'
import { createFloods } from '../floods/floods.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { BandBar } from '../scores/BandBar.tsx'
import { Causes } from './Causes.tsx'
import { Definition } from '../scores/Definition.tsx'
import { EarlierPeriod } from './EarlierPeriod.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar } from '../scores/FilterBar.tsx'
import { FloodNotice } from '../floods/FloodNotice.tsx'
import { Groups } from './Groups.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { NoAnswersYet } from '../surveys/NoAnswersYet.tsx'
import { NotCompared } from './NotCompared.tsx'
import { PastAnswers } from '../scores/PastAnswers.tsx'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SurveyPage } from '../surveys/SurveyPage.tsx'
import { focusTitle } from '../ui/Title.tsx'
import { Trend } from './Trend.tsx'
import { TrendComments } from './TrendComments.tsx'
import { Watch } from '../watching/Watch.tsx'
import type { Overlay } from '../scores/overlays.ts'
import { useSession } from '../base/session.ts'
import { overlayQuery } from '../scores/trend.ts'
import { SavedViews } from '../views/SavedViews.tsx'
import { useFilter } from '../scores/useFilter.ts'
import { countedInWords } from '../scores/trendWords.ts'
import './trends.css'

export default function Trends() {
  return (
    <SurveyPage view="trends">
      {(survey) => {
        const floods = createFloods(survey)
        return (
          <>
            <FloodNotice survey={survey} floods={floods} />
            <Show when={survey.answers > 0} fallback={<NoAnswersYet survey={survey} />}>
              <TrendsOf survey={survey} />
            </Show>
          </>
        )
      }}
    </SurveyPage>
  )
}

function TrendsOf(props: { survey: Survey }) {
  const session = useSession()
  const location = useLocation()
  const navigate = useNavigate()
  const defaultRange = rangeWithAnswers(
    untrack(() => props.survey),
    Date.now(),
  )
  const [filter, change] = useFilter(defaultRange)
  const search = () => writeFilter({ ...filter(), q: '' }, defaultRange)
  const query = createMemo(() => scoresQuery(filter(), session.workspace.today))
  const loaded = createLoad(query, (input) => scores(props.survey.id, input))
  const against = createMemo(() => changeQuery(filter(), session.workspace.today))
  const [compared] = createResource(against, (input) => changeOf(props.survey.id, input))
  const rows = (narrowed: Partial<Filter> = {}) =>
    rowsAddress(props.survey.id, filter(), questionOf(filter(), props.survey), narrowed)
  const days = ({ from, to }: { from: string; to: string }) => ({
    range: 'custom' as const,
    from,
    to,
  })
  const overlayRows = (scores: Scores, overlay: Overlay, period: { from: string; to: string }) => {
    const source = overlayQuery(props.survey, session.surveys, scores, overlay)
    const segments = 'survey' in overlay ? [] : [overlay]
    return source
      ? rowsAddress(source.survey, filter(), source.query.question, { ...days(period), segments })
      : undefined
  }
  // Shifts are computed for everyone's answers only.
  const isEveryone = () => filter().segments.length === 0 && filter().counting === 'answers'
  const [foundShifts] = createResource(
    () => isEveryone() && questionOf(filter(), props.survey),
    (question) => shifts(props.survey.id, { question }),
  )
  // Keeps the previous comparison until the new one has loaded.
  const earlier = () => (against() && compared.state !== 'errored' ? compared.latest : undefined)

  const others = ({ property }: Segment) =>
    filter().segments.filter((each) => each.property !== property)

  return (
    <>
      <SavedViews
        of={{ page: 'trends', survey: props.survey.id }}
        search={search()}
        canSave={search() !== ''}
        onOpen={(search) => navigate(location.pathname + search, { resolve: false, scroll: false })}
      />
      <FilterBar
        survey={props.survey}
        filter={filter()}
        onChange={change}
        shows={['question', 'range', 'against', 'by', 'segment', 'counting']}
      />
      <Loaded of={loaded} skeleton={<Skeleton shape="chart" />}>
        {(found) => (
          <Show
            when={found().total.n > 0}
            fallback={
              <EmptyState title={t('trends.empty')} help={t('filter.emptyHelp')}>
                <Show when={props.survey.answersNow === 0}>
                  <PastAnswers survey={props.survey} />
                </Show>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    change({ range: 'all', segments: [] })
                    focusTitle()
                  }}
                >
                  {t('filter.showAll')}
                </button>
              </EmptyState>
            }
          >
            <section class="trend-summary" aria-label={t('trends.score')}>
              <ScoreFigure score={found().total} size="headline" rows={rows()} />
              <p class="quiet">{countedInWords(found(), [])}</p>
              <Show when={earlier()}>
                {(change) => <EarlierPeriod change={change()} rows={rows(days(change().before))} />}
              </Show>
              <Show when={against() && compared.error}>
                {(error) => <NotCompared error={error()} />}
              </Show>
              <BandBar score={found().total} rows={(band) => rows({ band })} />
              <Definition
                survey={props.survey}
                scores={found()}
                query={query()}
                segments={filter().segments}
              />
            </section>
            <Trend
              survey={props.survey}
              scores={found()}
              query={query()}
              filter={filter()}
              onChange={change}
              before={earlier()?.periods}
              shifts={
                isEveryone() && foundShifts.state === 'ready' ? foundShifts.latest.shifts : []
              }
              rows={(period, band) => rows({ ...days(period), band: band ?? null })}
              overlayRows={(overlay, period) => overlayRows(found(), overlay, period)}
            />
            <TrendComments
              survey={props.survey}
              filter={filter()}
              question={questionOf(filter(), props.survey)}
              rows={rows}
            />
            <Show when={earlier()}>
              {(change) => <Causes survey={props.survey} change={change()} rows={rows} />}
            </Show>
            <Groups
              survey={props.survey}
              scores={found()}
              chosen={filter().segments}
              onChoose={(segment) => change({ segments: toggled(filter().segments, segment) })}
              rows={(segment) => rows({ segments: [...others(segment), segment] })}
            />
          </Show>
        )}
      </Loaded>
      <Watch
        survey={props.survey}
        question={questionOf(filter(), props.survey)}
        rows={(period) => rows({ ...days(period), segments: [], counting: 'answers' })}
      />
    </>
  )
}
