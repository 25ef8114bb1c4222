import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { properties, type Survey } from '../api.ts'
import { t } from '../i18n.ts'
import { createLoad } from '../load.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Loaded } from '../parts/Loaded.tsx'
import { PropertyUses } from '../parts/PropertyUses.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { SurveyPage } from '../parts/SurveyPage.tsx'
import { mayManage, useSession } from '../session.ts'
import '../styles/properties.css'

/** What a survey's answers can be grouped by, and what of it is hidden. */
export default function Properties() {
  const session = useSession()
  return (
    <SurveyPage view="properties">
      {(survey) => (
        <Show
          when={mayManage(session)}
          fallback={<EmptyState title={t('grouping.title')} help={t('error.forbidden')} />}
        >
          <PropertiesOf survey={survey} />
        </Show>
      )}
    </SurveyPage>
  )
}

function PropertiesOf(props: { survey: Survey }) {
  const loaded = createLoad(() => props.survey.id, properties)
  return (
    <Loaded of={loaded} skeleton={<Skeleton shape="list" />}>
      {(found) => (
        <Show
          when={found().properties.length > 0}
          fallback={
            <EmptyState title={t('grouping.empty')} help={t('grouping.emptyHelp')}>
              <A class="button" href={`/surveys/${props.survey.id}/share`}>
                {t('nav.share')}
              </A>
            </EmptyState>
          }
        >
          <PropertyUses survey={props.survey} loaded={found()} />
        </Show>
      )}
    </Loaded>
  )
}
