import { createEffect, For, onCleanup, Show } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Survey } from '../base/api.ts'
import { hideProperty, properties, type Properties } from './api.ts'
import { t } from '../base/i18n.ts'
import { showToast } from '../base/toast.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { PropertyUse } from './PropertyUse.tsx'
import './propertyUses.css'

const POLL_INTERVAL = 1_000

/** A survey's properties, which can be hidden; polls until the recount is done. */
export function PropertyUses(props: { survey: Survey; loaded: Properties }) {
  const [shown, setShown] = createStore<Properties>({ counting: false, properties: [] })
  // Reconciled by name, so that rows and the focus stay.
  const update = (found: Properties) => setShown(reconcile(found, { key: 'name' }))
  createEffect(() => update(props.loaded))

  let latest = 0
  const updateFrom = async (request: Promise<Properties>) => {
    const id = ++latest
    const found = await request
    if (id === latest) update(found)
  }
  createEffect(() => {
    if (!shown.counting) return
    const poll = () => {
      if (!document.hidden) updateFrom(properties(props.survey.id)).catch(() => {})
    }
    const timer = setInterval(poll, POLL_INTERVAL)
    onCleanup(() => clearInterval(timer))
  })

  const hide = async (property: string, value: string | undefined, hidden: boolean) => {
    const name = value === undefined ? propertyName(property) : segmentName(property, value)
    try {
      await updateFrom(hideProperty(props.survey.id, property, { hidden, value }))
      showToast(
        t(hidden ? 'grouping.nowHidden' : 'grouping.nowShown', { name }),
        () => void hide(property, value, !hidden),
      )
    } catch {
      showToast(t('notChanged'))
    }
  }

  return (
    <section aria-labelledby="properties">
      <h2 id="properties" class="visually-hidden">
        {t('grouping.title')}
      </h2>
      <p class="quiet property-uses__help">{t('grouping.help')}</p>
      <p class="quiet property-uses__status" role="status">
        <Show when={shown.counting}>{t('grouping.counting')}</Show>
      </p>
      <ul>
        <For each={shown.properties}>
          {(use) => (
            <PropertyUse
              surveyId={props.survey.id}
              use={use}
              onHide={(value, hidden) => void hide(use.name, value, hidden)}
            />
          )}
        </For>
      </ul>
    </section>
  )
}
