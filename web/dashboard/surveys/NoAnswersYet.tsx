import { A } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { countExcluded } from './api.ts'
import { t } from '../base/i18n.ts'
import { mayManage, useFirstAnswer, useSession } from '../base/session.ts'
import { ExcludedNote } from './ExcludedNote.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ShareLink } from './ShareLink.tsx'

/** What to do with a survey that has no counted answer; updates with the first one. */
export function NoAnswersYet(props: { survey: Survey }) {
  const session = useSession()
  useFirstAnswer(() => props.survey.id)
  const [excluded] = createResource(() => props.survey.id, countExcluded, { initialValue: 0 })
  return (
    <EmptyState
      title={t(excluded.latest ? 'noScore.noneCounts' : 'noScore.never')}
      help={t(`noScore.neverHelp.${props.survey.state}`)}
    >
      <Show when={excluded.latest}>
        {(n) => <ExcludedNote surveyId={props.survey.id} n={n()} />}
      </Show>
      <ShareLink survey={props.survey} />
      <Show when={mayManage(session)}>
        <A class="button" href={`/settings/imports/new?survey=${props.survey.id}`}>
          {t('surveys.import')}
        </A>
      </Show>
    </EmptyState>
  )
}
