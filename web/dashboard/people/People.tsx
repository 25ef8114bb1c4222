import { createSignal, For, Show } from 'solid-js'
import { plural, t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { accounts, invitations, type Account } from './api.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { InvitationRow } from './InvitationRow.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { PersonRow } from './PersonRow.tsx'
import './people.css'

/** Who has an account and with which role, and who is invited. */
export default function People() {
  const list = createLoad(
    () => null,
    async () => ({ people: await accounts(), invitations: await invitations() }),
  )
  const [open, setOpen] = createSignal<'invite' | Account | null>(null)
  const chosen = () => {
    const dialog = open()
    return dialog === 'invite' ? null : dialog
  }

  return (
    <section class="people">
      <div class="people__head">
        <p class="quiet">{t('people.help')}</p>
        <button type="button" class="button" data-kind="primary" onClick={() => setOpen('invite')}>
          {t('people.invite')}
        </button>
      </div>
      <Loaded of={list} skeleton={<Skeleton shape="list" />}>
        {(found) => {
          const active = () => found().people.filter(({ deactivatedAt }) => !deactivatedAt)
          const locked = () => active().filter(({ twoFactor }) => twoFactor === 'unreadable').length
          const deactivated = () => found().people.filter(({ deactivatedAt }) => deactivatedAt)
          return (
            <>
              <Show when={locked()}>
                {(n) => <p class="field__error">{plural('people.lostKey', n())}</p>}
              </Show>
              <ul class="people__list">
                <For each={active()}>
                  {(person) => <PersonRow person={person} onManage={() => setOpen(person)} />}
                </For>
              </ul>
              <h2 class="subtitle">{t('people.invitations')}</h2>
              <Show
                when={found().invitations.length}
                fallback={<p class="quiet">{t('people.noInvitations')}</p>}
              >
                <ul class="people__list">
                  <For each={found().invitations}>
                    {(invitation) => (
                      <InvitationRow invitation={invitation} onWithdrawn={list.again} />
                    )}
                  </For>
                </ul>
              </Show>
              <Show when={deactivated().length}>
                <h2 class="subtitle">{t('people.deactivated')}</h2>
                <ul class="people__list">
                  <For each={deactivated()}>
                    {(person) => <PersonRow person={person} onManage={() => setOpen(person)} />}
                  </For>
                </ul>
              </Show>
              <Show when={open() === 'invite'}>
                <InviteDialog onInvited={list.again} onClose={() => setOpen(null)} />
              </Show>
              <Show when={chosen()} keyed>
                {(person) => (
                  <PersonDialog
                    person={person}
                    others={active().filter(
                      ({ id, role }) => id !== person.id && role !== 'viewer',
                    )}
                    onChanged={list.again}
                    onClose={() => setOpen(null)}
                  />
                )}
              </Show>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
