import { A } from '@solidjs/router'
import { For, lazy, Show, Suspense } from 'solid-js'
import { overview } from './api.ts'
import { alerts } from '../watching/api.ts'
import { t, withWords } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { Alerts } from '../watching/Alerts.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { NeedsAttention } from './NeedsAttention.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SurveyScore } from './SurveyScore.tsx'
import { Title } from '../ui/Title.tsx'
import { useSession } from '../base/session.ts'

const NewestComments = lazy(
  withWords(() => import('./NewestComments.tsx'), 'overview', 'responses'),
)
const FirstVisit = lazy(withWords(() => import('./FirstVisit.tsx'), 'firstVisit', 'surveys'))

export default function Overview() {
  const session = useSession()
  return (
    <Show when={session.surveys.length > 0} fallback={<FirstVisit />}>
      <Scores />
    </Show>
  )
}

function Scores() {
  const session = useSession()
  const loaded = createLoad(
    () => session.surveys.length,
    async () => {
      const [found, raised] = await Promise.all([overview(), alerts()])
      return { ...found, alerts: raised }
    },
  )
  return (
    <>
      <Title>{t('overview.title')}</Title>
      <Loaded of={loaded} skeleton={<Skeleton shape="list" />}>
        {(found) => (
          <>
            <Show when={found().firstSteps}>{(steps) => <FirstSteps steps={steps()} />}</Show>
            <NeedsAttention overview={found()} />
            <Alerts
              alerts={found().alerts}
              onChange={(change) =>
                loaded.set((before) => ({ ...before, alerts: change(before.alerts) }))
              }
            />
            <Show
              when={found().surveys.length > 0}
              fallback={
                <EmptyState title={t('overview.empty')} help={t('overview.emptyHelp')}>
                  <A class="button" href="/surveys">
                    {t('nav.surveys')}
                  </A>
                </EmptyState>
              }
            >
              <section aria-labelledby="overview-surveys">
                <h2 id="overview-surveys" class="subtitle">
                  {t('overview.surveys')} <span class="quiet">{t('change.against')}</span>
                </h2>
                <ul class="survey-scores">
                  <For each={found().surveys}>{(entry) => <SurveyScore entry={entry} />}</For>
                </ul>
              </section>
            </Show>
            <Suspense>
              <NewestComments comments={found().comments} />
            </Suspense>
          </>
        )}
      </Loaded>
    </>
  )
}
