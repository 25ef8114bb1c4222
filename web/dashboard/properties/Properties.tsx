import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { properties } from './api.ts'
import { t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { EmptyState, NoAccess } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { PropertyUses } from './PropertyUses.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SurveyPage } from '../surveys/SurveyPage.tsx'
import { mayManage, useSession } from '../base/session.ts'

/** The properties that a survey's answers can be grouped by. */
export default function Properties() {
  const session = useSession()
  return (
    <SurveyPage view="properties">
      {(survey) => (
        <Show when={mayManage(session)} fallback={<NoAccess />}>
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
