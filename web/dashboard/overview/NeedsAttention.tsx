import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Overview } from './api.ts'
import { plural, t } from '../base/i18n.ts'

const LINKS = [
  { need: 'overdue', href: '/follow-ups?view=overdue' },
  { need: 'new', href: '/follow-ups?state=new' },
  { need: 'unowned', href: '/follow-ups?view=unassigned' },
] as const

/** Links to open follow-ups by what they need. */
export function OpenFollowUps(props: { needs: Overview['needs'] }) {
  const waiting = () => LINKS.filter(({ need }) => props.needs[need] > 0)
  return (
    <section class="open-follow-ups" aria-labelledby="needs">
      <h2 id="needs" class="subtitle">
        {t('overview.needs')}
      </h2>
      <Show when={waiting().length > 0} fallback={<p class="quiet">{t('overview.nothing')}</p>}>
        <ul class="open-follow-ups__list">
          <For each={waiting()}>
            {({ need, href }) => (
              <li>
                <A class="open-follow-ups__link" data-need={need} href={href}>
                  {plural(`overview.${need}`, props.needs[need])}
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
