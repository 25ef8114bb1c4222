import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import IconDone from '~icons/lucide/circle-check'
import IconOpen from '~icons/lucide/circle'
import type { Overview } from './api.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'

type Steps = NonNullable<Overview['firstSteps']>

/** Where each step is done; the address is set where the server is started. */
const STEPS: { step: keyof Steps; href?: string }[] = [
  { step: 'survey', href: '/surveys' },
  { step: 'answer', href: '/surveys' },
  { step: 'team', href: '/settings/people' },
  { step: 'address' },
]

/** What setting up still takes, as the server finds it; gone once all is done, or hidden by the person. */
export function FirstSteps(props: { steps: Steps }) {
  const session = useSession()
  const key = `ohlas.firstSteps.${session.me.id}`
  const [isHidden, setHidden] = createSignal(localStorage.getItem(key) === 'hidden')
  const hide = () => {
    localStorage.setItem(key, 'hidden')
    setHidden(true)
  }
  const isDone = () => STEPS.every(({ step }) => props.steps[step])
  return (
    <Show when={!isDone() && !isHidden()}>
      <section class="first-steps" aria-labelledby="first-steps">
        <div class="heading">
          <h2 id="first-steps" class="subtitle">
            {t('overview.steps.title')}
          </h2>
          <button type="button" class="link" onClick={hide}>
            {t('overview.steps.hide')}
          </button>
        </div>
        <ul>
          <For each={STEPS}>
            {({ step, href }) => (
              <li class="first-steps__step" data-done={props.steps[step]}>
                <Show when={props.steps[step]} fallback={<IconOpen aria-hidden="true" />}>
                  <IconDone aria-hidden="true" />
                </Show>
                <Show
                  when={!props.steps[step] && href}
                  fallback={<span>{t(`overview.steps.${step}`)}</span>}
                >
                  {(address) => <A href={address()}>{t(`overview.steps.${step}`)}</A>}
                </Show>
                <span class="visually-hidden">
                  {t(props.steps[step] ? 'overview.steps.done' : 'overview.steps.open')}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
