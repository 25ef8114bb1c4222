import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { useSurveyActions } from './actions.ts'

/** The survey's link while it takes answers, otherwise what makes it take them. */
export function ShareLink(props: { survey: Survey }) {
  const session = useSession()
  const actions = useSurveyActions()
  return (
    <Switch>
      <Match when={props.survey.state === 'live'}>
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
      </Match>
      <Match when={!mayManage(session)}>{null}</Match>
      <Match when={props.survey.state === 'draft'}>
        <A class="button" href={`/surveys/${props.survey.id}/edit`}>
          {t('surveys.publishInEditor')}
        </A>
      </Match>
      <Match when={props.survey.state === 'paused'}>
        <button type="button" class="button" onClick={() => void actions.resume(props.survey)}>
          {t('surveys.resume')}
        </button>
      </Match>
      <Match when={props.survey.state === 'archived'}>
        <button type="button" class="button" onClick={() => void actions.restore(props.survey)}>
          {t('surveys.restore')}
        </button>
      </Match>
    </Switch>
  )
}
