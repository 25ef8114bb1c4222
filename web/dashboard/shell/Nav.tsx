import { A, useLocation } from '@solidjs/router'
import { createMemo, For, lazy, Show, Suspense } from 'solid-js'
import IconHouse from '~icons/lucide/house'
import IconInbox from '~icons/lucide/inbox'
import IconList from '~icons/lucide/messages-square'
import { belowBase } from '../base/path.ts'
import { count } from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { surveysInNav } from '../base/surveyOrder.ts'
import { Account } from './Account.tsx'

const SURVEYS_SHOWN = 8

const OpenCases = lazy(() => import('./OpenCases.tsx'))

export function Nav() {
  const session = useSession()
  const location = useLocation()
  const path = () => belowBase(location.pathname)
  const opened = () => /^\/surveys\/([^/]+)\//.exec(path())?.[1]
  const surveys = createMemo(() => surveysInNav(session.surveys, SURVEYS_SHOWN, opened()))

  return (
    <header class="nav">
      <p class="nav__brand" title={session.workspace.name}>
        {session.workspace.name}
      </p>
      <nav class="nav__links" aria-label={t('nav.label')}>
        <A class="nav__link" href="/" end>
          <IconHouse aria-hidden="true" />
          <span>{t('nav.overview')}</span>
        </A>
        <Show when={mayFollowUp(session)}>
          <A class="nav__link" href="/follow-ups">
            <IconInbox aria-hidden="true" />
            <span>{t('nav.followUps')}</span>
            <Suspense>
              <OpenCases />
            </Suspense>
          </A>
        </Show>
        <A
          class="nav__link"
          classList={{ within: path().startsWith('/surveys/') }}
          href="/surveys"
          end
        >
          <IconList aria-hidden="true" />
          <span>{t('nav.surveys')}</span>
        </A>
        <ul class="nav__surveys">
          <For each={surveys()}>
            {(survey) => (
              <li>
                <A
                  class="nav__survey"
                  classList={{ active: opened() === survey.id }}
                  href={`/surveys/${survey.id}/trends`}
                  title={survey.name}
                  dir="auto"
                >
                  {survey.name}
                </A>
              </li>
            )}
          </For>
          <Show when={session.surveys.length > surveys().length}>
            <li>
              <A class="nav__survey nav__all" href="/surveys" end>
                {t('nav.allSurveys', { n: count(locale(), session.surveys.length) })}
              </A>
            </li>
          </Show>
        </ul>
      </nav>
      <Account />
    </header>
  )
}
