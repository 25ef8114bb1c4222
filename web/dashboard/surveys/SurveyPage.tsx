import { A, useParams } from '@solidjs/router'
import { Show, type ParentProps } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Title } from '../ui/Title.tsx'

/** A page of the survey in the URL, with its tabs; `children` receives the survey. */
export function SurveyPage(props: {
  view: 'trends' | 'results' | 'responses' | 'share' | 'properties'
  children: (survey: Survey) => ParentProps['children']
}) {
  const session = useSession()
  const params = useParams<{ id: string }>()
  const survey = () => session.surveys.find(({ id }) => id === params.id)

  return (
    <Show
      when={survey()}
      keyed
      fallback={<EmptyState title={t('error.notFound')} help={t('error.missing')} />}
    >
      {(found) => (
        <>
          <Title subject={found.id}>{found.name}</Title>
          <SurveyTabs survey={found} />
          {props.children(found)}
        </>
      )}
    </Show>
  )
}

/** The tabs of a survey, with the admin's ones for admins. */
export function SurveyTabs(props: { survey: Pick<Survey, 'id'> }) {
  const session = useSession()
  return (
    <nav class="tabs" aria-label={t('nav.survey')}>
      <A class="tab" href={`/surveys/${props.survey.id}/trends`}>
        {t('nav.trends')}
      </A>
      <A class="tab" href={`/surveys/${props.survey.id}/results`}>
        {t('nav.results')}
      </A>
      <A class="tab" href={`/surveys/${props.survey.id}/responses`}>
        {t('nav.responses')}
      </A>
      <A class="tab" href={`/surveys/${props.survey.id}/share`}>
        {t('nav.share')}
      </A>
      <Show when={mayManage(session)}>
        <A class="tab" href={`/surveys/${props.survey.id}/properties`}>
          {t('nav.properties')}
        </A>
        <A class="tab" href={`/surveys/${props.survey.id}/edit`}>
          {t('nav.edit')}
        </A>
      </Show>
    </nav>
  )
}
