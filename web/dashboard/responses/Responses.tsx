import { createMemo, createResource, For, Match, Show, Switch } from 'solid-js'
import { MOST_AT_ONCE } from '../../../surveys/limits.ts'
import type { Survey } from '../base/api.ts'
import { excludeResponse, includeResponse, responses } from './api.ts'
import { countResponses } from '../surveys/api.ts'
import { responsesQuery, COUNTING_STATES, SORTS, type Sort } from '../scores/filter.ts'
import { createFloods } from '../floods/floods.ts'
import { plural, t } from '../base/i18n.ts'
import { createPaged } from '../base/paged.ts'
import { createSelection } from '../base/selection.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { ExportLinks } from '../ui/ExportLink.tsx'
import { FilterBar } from '../scores/FilterBar.tsx'
import { FloodNotice } from '../floods/FloodNotice.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { NoAnswersYet } from '../surveys/NoAnswersYet.tsx'
import { ResponseFilters } from './ResponseFilters.tsx'
import { ResponseList } from './ResponseList.tsx'
import { ResponsePanel } from './ResponsePanel.tsx'
import { TagSelection } from './TagSelection.tsx'
import { useResponsePanel } from './useResponsePanel.ts'
import { IndexingNotice } from '../ui/search/IndexingNotice.tsx'
import { SearchField } from '../ui/search/SearchField.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SurveyPage } from '../surveys/SurveyPage.tsx'
import { focusTitle } from '../ui/Title.tsx'
import { mayFollowUp, useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'
import { useFilter } from '../scores/useFilter.ts'

export default function Responses() {
  const [filter] = useFilter('all')
  const showsExcluded = () => filter().state === 'excluded'
  return (
    <SurveyPage view="responses">
      {(survey) => {
        const floods = createFloods(survey)
        return (
          <>
            <FloodNotice survey={survey} floods={floods} reviewed={filter().flood} />
            <Show
              when={survey.answers > 0 || showsExcluded()}
              fallback={<NoAnswersYet survey={survey} />}
            >
              <ResponsesOf survey={survey} onReviewed={floods.again} />
            </Show>
          </>
        )
      }}
    </SurveyPage>
  )
}

function ResponsesOf(props: { survey: Survey; onReviewed: () => void }) {
  const session = useSession()
  const [filter, change] = useFilter('all')
  const query = createMemo(() => responsesQuery(filter(), session.workspace.today))
  const list = createPaged(query, async (input, cursor) => {
    const page = await responses(props.survey.id, { ...input, ...(cursor ? { cursor } : {}) })
    return { rows: page.responses, next: page.next }
  })
  const selection = createSelection(() => list.rows, MOST_AT_ONCE)
  const panel = useResponsePanel(() => props.survey.id, list)
  const [count, { refetch }] = createResource(query, (input) =>
    countResponses(props.survey.id, input),
  )
  const counted = () => (count.state === 'ready' ? count.latest : undefined)
  const shown = () => {
    const onScreen = plural('responses.shown', list.rows.length)
    const found = counted()
    if (!found || !list.hasMore()) return plural('answers', list.rows.length)
    const total = plural(found.more ? 'responses.moreThan' : 'answers', found.n)
    return `${total}, ${onScreen}`
  }
  const emptyTexts = () => {
    const { q, flood, state } = filter()
    if (q) return { title: t('responses.noMatch', { text: q }), help: t('responses.noMatchHelp') }
    if (flood) return { title: t('floods.reviewed'), help: t('floods.reviewedHelp') }
    return state === 'excluded'
      ? { title: t('responses.noneExcluded'), help: t('responses.excludedHelp') }
      : { title: t('responses.empty'), help: t('filter.emptyHelp') }
  }
  const clearSearch = () => {
    change({ q: '' })
    focusTitle()
  }
  const clear = () => {
    change({
      q: '',
      comments: false,
      answers: [],
      answered: null,
      tag: null,
      range: 'all',
      band: null,
      segments: [],
      without: null,
      question: null,
      score: null,
      counting: 'answers',
      state: 'counted',
      flood: null,
    })
    focusTitle()
  }

  const again = async () => {
    await Promise.all([list.again(), refetch()])
    await refreshPage()
  }
  // The page depends on whether any answer counts, and floods on which were reviewed.
  const refreshPage = async () => {
    props.onReviewed()
    if (list.rows.length === 0 || props.survey.answers === 0) await session.refresh()
  }
  // A reviewed response leaves the list.
  const review = async (id: string, counts: boolean) => {
    const [save, undo] = counts
      ? [includeResponse, excludeResponse]
      : [excludeResponse, includeResponse]
    try {
      await save(id)
      const at = list.rows.findIndex((row) => row.id === id)
      list.remove(id)
      showToast(t(counts ? 'responses.nowCounted' : 'responses.nowExcluded'), () => {
        undo(id)
          .catch(() => showToast(t('notChanged')))
          .finally(() => void again())
      })
      focusRow(at)
    } catch {
      showToast(t('notChanged'))
      await list.again()
    }
    await refetch()
    await refreshPage()
  }

  return (
    <>
      <SearchField
        label={t('responses.search')}
        value={filter().q}
        onSearch={(q) => change({ q })}
      />
      <IndexingNotice on={counted()?.indexing} />
      <FilterBar
        survey={props.survey}
        filter={filter()}
        onChange={change}
        shows={['band', 'range', 'segment']}
      />
      <ResponseFilters survey={props.survey.id} filter={filter()} onChange={change} />
      <Segmented
        label={t('responses.state')}
        value={filter().state}
        options={COUNTING_STATES.map((value) => ({
          value,
          text: t(`responses.states.${value}`),
        }))}
        onChoose={(state) =>
          change({ state: state as (typeof COUNTING_STATES)[number], flood: null })
        }
      />
      <div class="heading" data-kind="list">
        <p class="quiet" role="status">
          {list.busy() === 'first' ? '' : shown()}
        </p>
        <select
          class="input response-list-sort"
          aria-label={t('responses.sort')}
          onChange={(event) => change({ sort: event.currentTarget.value as Sort })}
        >
          <For each={SORTS}>
            {(sort) => (
              <option value={sort} selected={sort === filter().sort}>
                {t(`responses.sorts.${sort}`)}
              </option>
            )}
          </For>
        </select>
        <Show when={mayFollowUp(session)}>
          <ExportLinks path={`/api/v1/surveys/${props.survey.id}/responses`} query={query()} />
        </Show>
      </div>
      <Switch>
        <Match when={list.error()}>
          <ErrorState error={list.error()} retry={() => void list.again()} />
        </Match>
        <Match when={list.busy() === 'first'}>
          <Skeleton shape="list" />
        </Match>
        <Match when={list.rows.length === 0}>
          <EmptyState title={emptyTexts().title} help={emptyTexts().help}>
            <Show when={filter().q}>
              <button type="button" class="button" onClick={clearSearch}>
                {t('search.clear')}
              </button>
            </Show>
            <button type="button" class="button" onClick={clear}>
              {t('filter.clear')}
            </button>
          </EmptyState>
        </Match>
        <Match when={true}>
          <Show when={mayFollowUp(session)}>
            <TagSelection
              survey={props.survey.id}
              of={selection}
              shown={list.rows}
              onTags={(id, tags) => list.change(id, { tags })}
            />
          </Show>
          <ResponseList
            list={list}
            filter={filter()}
            selection={selection}
            openId={panel.openId()}
            search={panel.search()}
            onReview={(id, counts) => void review(id, counts)}
          />
          <MoreRows of={list} />
        </Match>
      </Switch>
      <Show when={panel.openId()}>
        {(id) => (
          <ResponsePanel
            survey={props.survey.id}
            id={id()}
            row={list.rows.find((row) => row.id === id())}
            search={filter().q}
            onPrevious={panel.previous()}
            onNext={panel.next()}
            onTags={(tags) => list.change(id(), { tags })}
            onClose={() => panel.open(null)}
          />
        )}
      </Show>
    </>
  )
}

/** Moves the focus to the first button of the row that took a removed one's place. */
function focusRow(at: number) {
  const rows = [...document.querySelectorAll('.response-list > li')]
  const button = (rows[at] ?? rows.at(-1))?.querySelector('button')
  if (button) button.focus()
  else focusTitle()
}
