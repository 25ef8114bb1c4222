import { createMemo, createResource, For, Show, untrack } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { MOST_SEGMENTS } from '../../../surveys/counting.ts'
import { fileName } from '../base/download.ts'
import { language, t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { useSession } from '../base/session.ts'
import { createFloods } from '../floods/floods.ts'
import { FloodNotice } from '../floods/FloodNotice.tsx'
import { FilterBar } from '../scores/FilterBar.tsx'
import {
  rangeWithAnswers,
  resultsQuery,
  rowsAddress,
  type Filter,
  type Segment,
} from '../scores/filter.ts'
import { useFilter } from '../scores/useFilter.ts'
import { NoAnswersYet } from '../surveys/NoAnswersYet.tsx'
import { SurveyPage } from '../surveys/SurveyPage.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { SaveAs } from '../ui/SaveAs.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { focusTitle } from '../ui/Title.tsx'
import { resultGroups, resultPeriods, results } from './api.ts'
import { Question } from './Question.tsx'
import { resultRows } from './resultRows.ts'
import { SplitChoice } from './SplitChoice.tsx'
import './results.css'

export default function Results() {
  return (
    <SurveyPage view="results">
      {(survey) => {
        const floods = createFloods(survey)
        return (
          <>
            <FloodNotice survey={survey} floods={floods} />
            <Show when={survey.answers > 0} fallback={<NoAnswersYet survey={survey} />}>
              <ResultsOf survey={survey} />
            </Show>
          </>
        )
      }}
    </SurveyPage>
  )
}

/** The questions in order. Shares over time are loaded after them, and fill places kept free. */
function ResultsOf(props: { survey: Survey }) {
  const session = useSession()
  const [filter, change] = useFilter(
    rangeWithAnswers(
      untrack(() => props.survey),
      Date.now(),
    ),
  )
  const query = createMemo(() => resultsQuery(filter(), session.workspace.today))
  const loaded = createLoad(
    () => ({ ...query(), lang: language() }),
    (input) => results(props.survey.id, input),
  )
  const [periods] = createResource(
    () => ({ ...query(), by: filter().by }),
    (input) => resultPeriods(props.survey.id, input),
  )
  const [groups] = createResource(
    () => {
      const { split } = filter()
      return split ? { ...query(), split } : false
    },
    (input) => resultGroups(props.survey.id, input),
  )
  const split = () => (filter().split && groups.state === 'ready' ? groups.latest : undefined)
  const rows = (question: string | null, narrowed: Partial<Filter>) =>
    rowsAddress(props.survey.id, filter(), question, narrowed)
  const groupRows = (segment: Segment, narrowed: Partial<Filter>) => {
    const others = filter().segments.filter(({ property }) => property !== segment.property)
    // One filter more than responses can have would not show the rows that are counted.
    if (others.length >= MOST_SEGMENTS) return undefined
    return rows(null, { ...narrowed, segments: [...others, segment] })
  }

  return (
    <>
      <FilterBar
        survey={props.survey}
        filter={filter()}
        onChange={change}
        shows={['range', 'by', 'segment', 'counting', 'comparedScore']}
      >
        <SplitChoice
          survey={props.survey.id}
          split={filter().split}
          onChoose={(split) => change({ split })}
        />
      </FilterBar>
      <Loaded of={loaded} skeleton={<Skeleton shape="page" />}>
        {(found) => (
          <Show
            when={found().responses > 0}
            fallback={
              <EmptyState title={t('trends.empty')} help={t('filter.emptyHelp')}>
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
            <ol class="question-results">
              <For each={found().questions}>
                {(result) => (
                  <li>
                    <Question
                      result={result}
                      metric={found().metric}
                      responses={found().responses}
                      periods={periods.state === 'ready' ? periods.latest.periods : []}
                      split={split()}
                      rows={rows}
                      groupRows={groupRows}
                    />
                  </li>
                )}
              </For>
            </ol>
            <SaveAs
              what={t('nav.results')}
              name={(ending) => fileName(props.survey, 'results', found(), ending)}
              rows={() => resultRows(found())}
            />
          </Show>
        )}
      </Loaded>
    </>
  )
}
