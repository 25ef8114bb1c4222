import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { t } from '../base/i18n.ts'
import { CopyButton } from '../ui/CopyButton.tsx'

/** The survey's link; a draft has to be published first. */
export function ShareLink(props: { survey: Survey }) {
  return (
    <Show
      when={props.survey.state === 'live'}
      fallback={
        <A class="button" href="/surveys">
          {t('surveys.publish')}
        </A>
      }
    >
      <Show when={props.survey.url} fallback={<p class="quiet">{t('surveys.noAddressHelp')}</p>}>
        {(url) => (
          <>
            <code class="code-block" dir="ltr">
              {url()}
            </code>
            <CopyButton text={url()} label={t('surveys.copy')} />
          </>
        )}
      </Show>
    </Show>
  )
}
