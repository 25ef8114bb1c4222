import { A, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import IconHouse from '~icons/lucide/house'
import IconInbox from '~icons/lucide/inbox'
import IconList from '~icons/lucide/messages-square'
import { belowBase } from '../base/path.ts'
import { count } from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { openCases, useOpenCases } from '../base/openCases.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { Account } from './Account.tsx'

const SURVEYS_SHOWN = 8

export function Nav() {
  const session = useSession()
  const location = useLocation()
  const path = () => belowBase(location.pathname)
  const surveys = () =>
    session.surveys.filter((survey) => survey.state !== 'archived').slice(0, SURVEYS_SHOWN)
  const within = (id: string) => path().startsWith(`/surveys/${id}/`)

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
            <OpenCases />
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
                  classList={{ active: within(survey.id) }}
                  href={`/surveys/${survey.id}/trends`}
                  title={survey.name}
                  dir="auto"
                >
                  {survey.name}
                </A>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <Account />
    </header>
  )
}

function OpenCases() {
  useOpenCases()
  return (
    <Show when={openCases() > 0}>
      <span class="nav__count" title={plural('nav.open', openCases())}>
        {count(locale(), openCases())}
      </span>
    </Show>
  )
}
