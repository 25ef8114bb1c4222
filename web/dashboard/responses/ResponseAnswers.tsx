import { For, Show } from 'solid-js'
import { isMetric, SCALES } from '../../../surveys/scoring/metrics.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { questionText, useSession } from '../base/session.ts'
import { SearchedText } from '../ui/search/SearchedText.tsx'
import type { SurveyResponse } from './api.ts'

type Answer = SurveyResponse['answers'][number]

/** Every answer under its question, then what the customer added later. */
export function ResponseAnswers(props: { response: SurveyResponse; search: string }) {
  const session = useSession()
  const language = () => props.response.language ?? undefined
  return (
    <dl class="response-panel__answers">
      <For each={props.response.answers}>
        {(answer) => (
          <div>
            <dt class="response-panel__label" dir="auto" lang={language()}>
              {questionText(session, answer.ask)}
            </dt>
            <dd class="response-text" dir="auto" lang={language()}>
              <Show when={answer.kind === 'text' && answer.text} fallback={valueOf(answer)}>
                {(text) => <SearchedText text={text()} search={props.search} />}
              </Show>
            </dd>
          </div>
        )}
      </For>
      <For each={props.response.additions}>
        {({ at, text }) => (
          <div>
            <dt class="response-panel__label">
              {t('responses.added', {
                time: format.instant(locale(), session.workspace.timeZone, at),
              })}
            </dt>
            <dd class="response-text" dir="auto" lang={language()}>
              <SearchedText text={text} search={props.search} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}

function valueOf({ kind, value, text }: Answer): string {
  if (value === null) return text ?? ''
  const given = format.count(locale(), value)
  if (!isMetric(kind)) return given
  return `${given} ${t('responses.of', { max: format.count(locale(), SCALES[kind].max) })}`
}
