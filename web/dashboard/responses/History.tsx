import { For, Show } from 'solid-js'
import type { SurveyResponse } from './api.ts'
import { t } from '../base/i18n.ts'
import { ResponseItem } from './ResponseItem.tsx'

/** The same customer's other responses. */
export function History(props: { responses: SurveyResponse[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" class="subtitle">
        {t('responses.history')}
      </h2>
      <Show
        when={props.responses.length > 0}
        fallback={<p class="quiet">{t('responses.noHistory')}</p>}
      >
        <ol class="response-list" data-size="small">
          <For each={props.responses}>
            {(response) => (
              <li>
                <ResponseItem response={response} />
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}
