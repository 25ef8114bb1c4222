import { Show } from 'solid-js'
import type { Properties } from './api.ts'
import { plural, t } from '../base/i18n.ts'
import { propertyName } from '../base/propertyNames.ts'
import { ValueUses } from './ValueUses.tsx'
import './propertyUse.css'

type Use = Properties['properties'][number]

/** A property: its answers, whether they are grouped by it, and its values. */
export function PropertyUse(props: {
  surveyId: string
  use: Use
  /** Hides or shows a value, or the property itself if `value` is undefined. */
  onHide: (value: string | undefined, hidden: boolean) => void
}) {
  const isHidden = () => props.use.place === 'hidden'
  return (
    <li class="property-use" data-place={props.use.place}>
      <div class="property-use__head">
        <h3 class="property-use__name">
          <bdi>{propertyName(props.use.name)}</bdi>
        </h3>
        <p class="metadata">
          <span>{plural('answers', props.use.answers)}</span>
          <span>{plural('grouping.values', props.use.values.length)}</span>
          <Show
            when={props.use.place !== 'grouped'}
            fallback={
              <Show when={props.use.reserved}>
                <span>{t('grouping.reserved')}</span>
              </Show>
            }
          >
            <strong class="property-use__place">
              {t(`grouping.places.${props.use.place as Exclude<Use['place'], 'grouped'>}`)}
            </strong>
          </Show>
        </p>
      </div>
      <button type="button" class="button" onClick={() => props.onHide(undefined, !isHidden())}>
        {t(isHidden() ? 'grouping.show' : 'grouping.hide')}
        <span class="visually-hidden"> {propertyName(props.use.name)}</span>
      </button>
      <Show when={props.use.values.length > 0}>
        <details class="details property-use__values">
          <summary>
            {t('grouping.see')}
            <span class="visually-hidden"> {propertyName(props.use.name)}</span>
          </summary>
          <ValueUses surveyId={props.surveyId} use={props.use} onHide={props.onHide} />
        </details>
      </Show>
    </li>
  )
}
