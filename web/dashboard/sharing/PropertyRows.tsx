import { createUniqueId, For, Index, Show } from 'solid-js'
import IconX from '~icons/lucide/x'
import { t } from '../base/i18n.ts'
import { wrongWith, type Property } from './address.ts'
import {
  LONGEST_PROPERTY_NAME,
  LONGEST_PROPERTY_VALUE,
  MOST_PROPERTIES,
} from '../../../surveys/limits.ts'
import './propertyRows.css'

/** A link's properties, a name and a value in each row, with known ones as suggestions. */
export function PropertyRows(props: {
  rows: Property[]
  known: Record<string, string[]>
  questions: string[]
  onChange: (rows: Property[]) => void
}) {
  const id = createUniqueId()
  let list!: HTMLFieldSetElement
  const change = (index: number, part: Partial<Property>) =>
    props.onChange(props.rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  const add = () => {
    props.onChange([...props.rows, { name: '', value: '' }])
    list.querySelector<HTMLInputElement>('.property-rows__row:last-of-type input')?.focus()
  }
  const remove = (index: number) => {
    props.onChange(props.rows.filter((_, at) => at !== index))
    list.querySelector<HTMLButtonElement>('.property-rows__add')?.focus()
  }
  // The page sets `language` itself.
  const names = () => Object.keys(props.known).filter((name) => name !== 'language')
  const values = (name: string) => (props.known[name.trim()] ?? []).filter(Boolean)

  return (
    <fieldset
      class="property-rows"
      ref={(element) => (list = element)}
      aria-describedby={`${id}-help`}
    >
      <legend class="field__label">{t('share.properties.title')}</legend>
      <p id={`${id}-help`} class="field__help">
        {t('share.properties.help', { example: '{{agent}}' })}
      </p>
      <datalist id={`${id}-names`}>
        <For each={names()}>{(name) => <option value={name} />}</For>
      </datalist>
      <Index each={props.rows}>
        {(row, index) => {
          const wrong = () => wrongWith(props.rows, index, props.questions)
          return (
            <div class="property-rows__row">
              <label class="field">
                <span class="field__label">{t('share.properties.name')}</span>
                <input
                  class="input"
                  dir="auto"
                  list={`${id}-names`}
                  maxLength={LONGEST_PROPERTY_NAME}
                  autocomplete="off"
                  spellcheck={false}
                  value={row().name}
                  aria-invalid={wrong() ? 'true' : undefined}
                  aria-describedby={wrong() ? `${id}-${index}-wrong` : undefined}
                  onInput={(event) => change(index, { name: event.currentTarget.value })}
                />
              </label>
              <label class="field">
                <span class="field__label">{t('share.properties.value')}</span>
                <input
                  class="input"
                  dir="auto"
                  list={`${id}-${index}-values`}
                  maxLength={LONGEST_PROPERTY_VALUE}
                  autocomplete="off"
                  spellcheck={false}
                  value={row().value}
                  onInput={(event) => change(index, { value: event.currentTarget.value })}
                />
                <datalist id={`${id}-${index}-values`}>
                  <For each={values(row().name)}>{(value) => <option value={value} />}</For>
                </datalist>
              </label>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label={t('removeItem', {
                  what: row().name.trim() || t('share.properties.title'),
                })}
                onClick={() => remove(index)}
              >
                <IconX aria-hidden="true" />
              </button>
              <Show when={wrong()}>
                {(kind) => (
                  <p
                    id={`${id}-${index}-wrong`}
                    class="field__error property-rows__error"
                    role="alert"
                  >
                    {t(`share.properties.${kind()}`)}
                  </p>
                )}
              </Show>
            </div>
          )
        }}
      </Index>
      <button
        type="button"
        class="button property-rows__add"
        disabled={props.rows.length >= MOST_PROPERTIES}
        onClick={add}
      >
        {t('share.properties.add')}
      </button>
    </fieldset>
  )
}
