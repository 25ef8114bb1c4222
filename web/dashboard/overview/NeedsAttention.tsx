import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Overview } from './api.ts'
import { plural, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'

const CASES = [
  { need: 'overdue', href: '/follow-ups?view=overdue' },
  { need: 'new', href: '/follow-ups?state=new' },
  { need: 'unowned', href: '/follow-ups?view=unassigned' },
] as const

/** Links to what waits for somebody: cases, for those who follow up, and answers to be reviewed. */
export function NeedsAttention(props: { overview: Overview }) {
  const session = useSession()
  const cases = () =>
    mayFollowUp(session) ? CASES.filter(({ need }) => props.overview.needs[need] > 0) : []
  const suspected = () => props.overview.surveys.filter((entry) => entry.suspected > 0)
  return (
    <section class="needs-attention" aria-labelledby="needs">
      <h2 id="needs" class="subtitle">
        {t('overview.needs')}
      </h2>
      <Show
        when={cases().length + suspected().length > 0}
        fallback={<p class="quiet">{t('overview.nothing')}</p>}
      >
        <ul class="needs-attention__list">
          <For each={cases()}>
            {({ need, href }) => (
              <li>
                <A class="needs-attention__link" data-need={need} href={href}>
                  {plural(`overview.${need}`, props.overview.needs[need])}
                </A>
              </li>
            )}
          </For>
          <For each={suspected()}>
            {(entry) => (
              <li>
                <A
                  class="needs-attention__link"
                  href={`/surveys/${entry.survey.id}/responses?state=excluded`}
                >
                  {plural('overview.suspected', entry.suspected)}
                  <span class="needs-attention__survey">
                    <bdi>{entry.survey.name}</bdi>
                  </span>
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
