import { Navigate, useLocation, type RouteSectionProps } from '@solidjs/router'
import { createResource, Match, Suspense, Switch } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { belowBase } from '../base/path.ts'
import { t } from '../base/i18n.ts'
import { loadSession, SessionContext, type Session } from '../base/session.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { ExampleStrip } from './ExampleStrip.tsx'
import { Nav } from './Nav.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ToastRegion } from './ToastRegion.tsx'

/** The frame of every page: navigation, example banner and toasts. */
export default function Shell(props: RouteSectionProps) {
  const location = useLocation()
  const [resource, { refetch }] = createResource(loadSession)
  const signedOut = () => resource.error instanceof ApiError && resource.error.status === 401
  let main!: HTMLElement

  const session: Session = {
    get me() {
      return resource.latest!.me
    },
    get workspace() {
      return resource.latest!.workspace
    },
    get surveys() {
      return resource.latest!.surveys
    },
    refresh: async () => void (await refetch()),
  }

  return (
    <Switch fallback={<Skeleton shape="shell" />}>
      <Match when={signedOut()}>
        <Navigate
          href={`/sign-in?back=${encodeURIComponent(belowBase(location.pathname) + location.search)}`}
        />
      </Match>
      <Match when={resource.error}>
        <main class="centered-page">
          <ErrorState error={resource.error} retry={() => void refetch()} />
        </main>
      </Match>
      <Match when={resource.state === 'ready' || resource.state === 'refreshing'}>
        <SessionContext.Provider value={session}>
          <div class="shell">
            <button type="button" class="shell__skip" onClick={() => main.focus()}>
              {t('skip')}
            </button>
            <Nav />
            <div class="shell__page">
              <ExampleStrip />
              <main ref={(element) => (main = element)} class="shell__main" tabindex="-1">
                <Suspense fallback={<Skeleton shape="page" />}>{props.children}</Suspense>
              </main>
            </div>
            <ToastRegion />
          </div>
        </SessionContext.Provider>
      </Match>
    </Switch>
  )
}
