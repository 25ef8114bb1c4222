import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { loadExample } from './api.ts'
import { t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { Title } from '../ui/Title.tsx'
import './firstVisit.css'

/** The overview without surveys: three ways to start. */
export default function FirstVisit() {
  const session = useSession()
  return (
    <>
      <Title>{t('first.title')}</Title>
      <Show when={mayManage(session)} fallback={<p class="quiet">{t('first.viewer')}</p>}>
        <ul class="first-visit">
          <li class="first-visit__offer">
            <h2 class="first-visit__title">{t('first.survey')}</h2>
            <p class="quiet">{t('first.surveyHelp')}</p>
            <A class="button" data-kind="primary" href="/surveys/new">
              {t('surveys.new')}
            </A>
          </li>
          <li class="first-visit__offer">
            <h2 class="first-visit__title">{t('first.import')}</h2>
            <p class="quiet">{t('first.importHelp')}</p>
            <A class="button" href="/settings/imports/new">
              {t('first.importStart')}
            </A>
          </li>
          <ExampleOffer />
        </ul>
      </Show>
    </>
  )
}

function ExampleOffer() {
  const session = useSession()
  const [state, setState] = createSignal<'idle' | 'making' | 'failed'>('idle')
  const make = async () => {
    setState('making')
    try {
      await loadExample()
      await session.refresh()
    } catch {
      setState('failed')
    }
  }

  return (
    <li class="first-visit__offer">
      <h2 class="first-visit__title">{t('first.example')}</h2>
      <p class="quiet">{t('first.exampleHelp')}</p>
      <button
        type="button"
        class="button"
        disabled={state() === 'making'}
        onClick={() => void make()}
      >
        {t('first.exampleStart')}
      </button>
      <div role="status">
        <Show when={state() === 'making'}>
          <progress class="progress-bar" aria-label={t('first.exampleLoading')} />
          <p class="quiet">{t('first.exampleLoading')}</p>
        </Show>
        <Show when={state() === 'failed'}>
          <p class="field__error">{t('first.exampleFailed')}</p>
        </Show>
      </div>
    </li>
  )
}
