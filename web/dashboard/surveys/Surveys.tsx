import { A, useSearchParams } from '@solidjs/router'
import { createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { count } from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { liveFirst } from '../base/surveyOrder.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SearchField } from '../ui/search/SearchField.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Title } from '../ui/Title.tsx'
import { readScores } from './api.ts'
import { searchSurveys } from './searchSurveys.ts'
import { SurveyRow } from './SurveyRow.tsx'
import './surveys.css'

/** All surveys, those that take answers first; archived ones under a filter. */
export default function Surveys() {
  const session = useSession()
  return (
    <>
      <div class="heading">
        <Title>{t('surveys.title')}</Title>
        <Show when={mayManage(session) && session.surveys.length > 0}>
          <NewSurveyLink />
        </Show>
      </div>
      <Show
        when={session.surveys.length > 0}
        fallback={
          <EmptyState title={t('surveys.empty')} help={t('surveys.emptyHelp')}>
            <Show when={mayManage(session)}>
              <NewSurveyLink />
            </Show>
          </EmptyState>
        }
      >
        <SurveyList />
      </Show>
    </>
  )
}

function SurveyList() {
  const session = useSession()
  const [params, setParams] = useSearchParams<{ state?: string }>()
  const [search, setSearch] = createSignal('')
  const [scores] = createResource(
    () => session.surveys,
    () => readScores().catch(() => undefined),
  )

  const archived = () => session.surveys.filter(({ state }) => state === 'archived')
  const isArchive = () => params.state === 'archived' && archived().length > 0
  const shown = createMemo(() =>
    searchSurveys(
      isArchive()
        ? archived()
        : liveFirst(session.surveys).filter((each) => !archived().includes(each)),
      search(),
    ),
  )

  return (
    <>
      <div class="surveys__tools">
        <SearchField label={t('surveys.search')} value={search()} onSearch={setSearch} />
        <Show when={archived().length > 0}>
          <Segmented
            label={t('surveys.filter')}
            value={isArchive() ? 'archived' : 'current'}
            options={[
              { value: 'current', text: t('surveys.current') },
              {
                value: 'archived',
                text: t('surveys.archivedFilter', { n: count(locale(), archived().length) }),
              },
            ]}
            onChoose={(state) =>
              setParams({ state: state === 'archived' ? state : undefined }, { replace: true })
            }
          />
        </Show>
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <Show when={search()}>
            <EmptyState title={t('surveys.none')} help={t('surveys.noneHelp')} />
          </Show>
        }
      >
        <ul>
          <For each={shown()}>
            {(survey) => <SurveyRow survey={survey} score={scores.latest?.get(survey.id)} />}
          </For>
        </ul>
      </Show>
    </>
  )
}

function NewSurveyLink() {
  return (
    <A class="button" data-kind="primary" href="/surveys/new">
      {t('surveys.new')}
    </A>
  )
}
