import { createEffect, For, onCleanup, Show } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Survey } from '../base/api.ts'
import { hideProperty, properties, type Properties } from './api.ts'
import { t } from '../base/i18n.ts'
import { say } from '../base/toast.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { PropertyUse } from './PropertyUse.tsx'
import './propertyUses.css'

const LOOK_EVERY = 1_000

/** A survey's properties, hidden and shown again; follows the count that this sets off to its end. */
export function PropertyUses(props: { survey: Survey; loaded: Properties }) {
  const [shown, setShown] = createStore<Properties>({ counting: false, properties: [] })
  // Rows stay the same elements, so that the focus stays where it is.
  const draw = (found: Properties) => setShown(reconcile(found, { key: 'name' }))
  createEffect(() => draw(props.loaded))

  let latest = 0
  const ask = async (answer: Promise<Properties>) => {
    const mine = ++latest
    const found = await answer
    if (mine === latest) draw(found)
  }
  createEffect(() => {
    if (!shown.counting) return
    const look = () => {
      if (!document.hidden) ask(properties(props.survey.id)).catch(() => {})
    }
    const timer = setInterval(look, LOOK_EVERY)
    onCleanup(() => clearInterval(timer))
  })

  const turn = async (property: string, value: string | undefined, hidden: boolean) => {
    const name = value === undefined ? propertyName(property) : segmentName(property, value)
    try {
      await ask(hideProperty(props.survey.id, property, { hidden, value }))
      say(
        t(hidden ? 'grouping.nowHidden' : 'grouping.nowShown', { name }),
        () => void turn(property, value, !hidden),
      )
    } catch {
      say(t('notChanged'))
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
              onTurn={(value, hidden) => void turn(use.name, value, hidden)}
            />
          )}
        </For>
      </ul>
    </section>
  )
}
