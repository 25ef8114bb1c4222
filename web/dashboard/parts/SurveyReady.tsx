import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Survey } from '../api.ts'
import { t } from '../i18n.ts'
import { Copy } from './Copy.tsx'
import { Title } from './Title.tsx'

/** A survey just made: publish it, then hand its link on. */
export function SurveyReady(props: { survey: Survey; onPublish: () => void }) {
  const isLive = () => props.survey.state === 'live'
  const name = () => ({ name: props.survey.name })
  return (
    <section class="ready">
      <Title subject={props.survey.state}>
        {isLive() ? t('newSurvey.live', name()) : t('newSurvey.made', name())}
      </Title>
      <p class="quiet">{isLive() ? t('newSurvey.liveHelp') : t('newSurvey.madeHelp')}</p>
      <Show
        when={isLive()}
        fallback={
          <button type="button" class="button" data-kind="main" onClick={() => props.onPublish()}>
            {t('surveys.publish')}
          </button>
        }
      >
        <p class="ready__link">
          <span class="field__label">{t('newSurvey.link')}</span>
          <code class="command" dir="ltr">
            {props.survey.url}
          </code>
        </p>
        <p class="ready__actions">
          <Copy text={props.survey.url} label={t('surveys.copy')} />
          <a class="button" href={props.survey.url} target="_blank" rel="noopener">
            {t('surveys.open')}
          </a>
          <A class="button" href={`/surveys/${props.survey.id}/share`}>
            {t('newSurvey.toShare')}
          </A>
          <A class="button" href={`/surveys/${props.survey.id}/trends`}>
            {t('newSurvey.toTrends')}
          </A>
        </p>
      </Show>
    </section>
  )
}
