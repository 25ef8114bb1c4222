import { A } from '@solidjs/router'
import { Index, Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { pause, publish } from './api.ts'
import { t } from '../base/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SurveyRow } from './SurveyRow.tsx'
import { Title } from '../ui/Title.tsx'
import { mayManage, useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'

export default function Surveys() {
  const session = useSession()

  const setLive = async (survey: Survey, live: boolean) => {
    const { id, name, version } = survey
    if (version === null) return
    try {
      await (live ? publish(id, { version }) : pause(id))
      await session.refresh()
      showToast(
        t(live ? 'surveys.published' : 'surveys.paused', { name }),
        () => void setLive(survey, !live),
      )
    } catch {
      showToast(t('surveys.failed', { name }))
    }
  }

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
        <ul>
          <Index each={session.surveys}>
            {(survey) => (
              <SurveyRow survey={survey()} onSetLive={(live) => void setLive(survey(), live)} />
            )}
          </Index>
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
