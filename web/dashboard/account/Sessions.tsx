import { createSignal, For, Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { showToast } from '../base/toast.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { endOtherSessions, endSession, sessions, type Session } from './api.ts'
import { browserOf } from './browser.ts'

/** Where one is signed in, and how to sign out there. */
export function Sessions() {
  const list = createLoad(() => null, sessions)
  const [busy, setBusy] = createSignal(false)
  const end = async (act: () => Promise<void>) => {
    setBusy(true)
    try {
      await act()
      showToast(t('ownAccount.ended'))
    } catch {
      showToast(t('notChanged'))
    }
    setBusy(false)
    list.again()
  }

  return (
    <Loaded of={list} skeleton={<Skeleton shape="list" />}>
      {(found) => (
        <>
          <p class="quiet">{t('ownAccount.sessionsHelp')}</p>
          <ul>
            <For each={found()}>
              {(session) => (
                <li class="own-account__session">
                  <div>
                    <p>
                      <bdi>{nameOf(session)}</bdi>{' '}
                      <Show when={session.current}>
                        <span class="badge">{t('ownAccount.here')}</span>
                      </Show>
                    </p>
                    <p class="quiet">
                      {t('ownAccount.used', {
                        when: format.ago(locale(), session.usedAt, Date.now()),
                      })}
                    </p>
                  </div>
                  <Show when={!session.current}>
                    <button
                      type="button"
                      class="button"
                      disabled={busy()}
                      onClick={() => void end(() => endSession(session.id))}
                    >
                      {t('ownAccount.end')}
                      <span class="visually-hidden"> {nameOf(session)}</span>
                    </button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <Show when={found().length > 1}>
            <button
              type="button"
              class="button"
              disabled={busy()}
              onClick={() => void end(endOtherSessions)}
            >
              {t('ownAccount.endOthers')}
            </button>
          </Show>
        </>
      )}
    </Loaded>
  )
}

function nameOf({ userAgent }: Session): string {
  const { browser, system } = browserOf(userAgent ?? '')
  if (browser && system) return t('ownAccount.browserOn', { browser, system })
  return browser ?? system ?? t('ownAccount.unknown')
}
