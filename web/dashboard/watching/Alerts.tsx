import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { alertFactsInWords, alertInWords, rowsOf, weeksOf } from './alertWords.ts'
import { acknowledgeAlert, restoreAlert, type Alert } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { shortQuestionText, mayFollowUp, useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'
import { AlertPicture } from './AlertPicture.tsx'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import { SaveTrend } from '../scores/SaveTrend.tsx'

/** The alerts that nobody has acknowledged, each with a small chart. */
export function Alerts(props: {
  alerts: Alert[]
  onChange: (change: (before: Alert[]) => Alert[]) => void
}) {
  let heading!: HTMLHeadingElement
  const hide = (alert: Alert) => props.onChange((all) => all.filter(({ id }) => id !== alert.id))
  const show = (alert: Alert) =>
    props.onChange((all) =>
      [...all.filter(({ id }) => id !== alert.id), alert].toSorted(
        (a, b) => b.raisedAt - a.raisedAt || b.id.localeCompare(a.id),
      ),
    )
  const acknowledge = async (alert: Alert) => {
    hide(alert)
    heading.focus()
    showToast(t('alerts.toasts.acknowledged'), () => void restore(alert))
    try {
      await acknowledgeAlert(alert.id)
    } catch {
      show(alert)
      showToast(t('alerts.toasts.failed'))
    }
  }
  const restore = async (alert: Alert) => {
    show(alert)
    showToast(t('alerts.toasts.restored'))
    try {
      await restoreAlert(alert.id)
    } catch {
      hide(alert)
      showToast(t('alerts.toasts.failed'))
    }
  }

  return (
    <section class="alert-list" aria-labelledby="alerts">
      <h2 ref={(element) => (heading = element)} id="alerts" class="subtitle" tabindex="-1">
        {t('alerts.title')}
      </h2>
      <Show when={props.alerts.length > 0} fallback={<p class="quiet">{t('alerts.none')}</p>}>
        <ul>
          <For each={props.alerts}>
            {(alert) => <AlertRow alert={alert} onAcknowledge={() => void acknowledge(alert)} />}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function AlertRow(props: { alert: Alert; onAcknowledge: () => void }) {
  const session = useSession()
  return (
    <li class="alert-row">
      <div class="alert-row__words">
        <h3>{alertInWords(props.alert)}</h3>
        <p class="metadata">
          <span>
            <bdi>{props.alert.survey.name}</bdi>
          </span>
          <Show when={shortQuestionText(session, props.alert.survey.id, props.alert.question)}>
            {(ask) => (
              <span>
                <bdi>{ask()}</bdi>
              </span>
            )}
          </Show>
          <span>
            <AnswersLink of={rowsOf(props.alert)}>{alertFactsInWords(props.alert)}</AnswersLink>
          </span>
        </p>
        <p class="alert-row__links">
          <A href={weeksOf(props.alert)} aria-describedby={`alert-${props.alert.id}`}>
            {t('alerts.show')}
          </A>
          <Show when={mayFollowUp(session)}>
            <button
              type="button"
              class="link"
              aria-describedby={`alert-${props.alert.id}`}
              onClick={() => props.onAcknowledge()}
            >
              {t('alerts.acknowledge')}
            </button>
          </Show>
          <span id={`alert-${props.alert.id}`} class="quiet">
            <span class="visually-hidden">{alertInWords(props.alert)}, </span>
            {format.ago(locale(), props.alert.raisedAt, Date.now())}
          </span>
        </p>
      </div>
      <div class="alert-row__picture">
        <AlertPicture alert={props.alert} />
        <SaveTrend
          trend={{
            survey: props.alert.survey,
            question: props.alert.question,
            weeks: props.alert.weeks,
            shifts: props.alert.facts.kind === 'shift' ? [props.alert.facts] : [],
            lines: [`${alertInWords(props.alert)}. ${alertFactsInWords(props.alert)}`],
          }}
          what={alertInWords(props.alert)}
        />
      </div>
    </li>
  )
}
