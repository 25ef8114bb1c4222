import { createSignal, For, Show } from 'solid-js'
import type { Properties } from './api.ts'
import { foldText } from '../../../surveys/search/searchTokens.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { propertyName, segmentName } from '../base/propertyNames.ts'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import { TextField } from '../ui/TextField.tsx'
import './valueUses.css'

type Use = Properties['properties'][number]
type ValueUse = Use['values'][number]

/** How many are shown at first; with more there is a search field. */
const SHOWN = 10
/** The server lists no more values. */
const MOST_LISTED = 200

/** A property's values with their answers, most used first. */
export function ValueUses(props: {
  surveyId: string
  use: Use
  onHide: (value: string, hidden: boolean) => void
}) {
  const [search, setSearch] = createSignal('')
  const [all, setAll] = createSignal(false)
  const name = (value: string) => segmentName(props.use.name, value)
  const found = () => {
    const text = foldText(search().trim())
    return props.use.values.filter(({ value }) => foldText(name(value)).includes(text))
  }
  const rowsOf = (value: string) =>
    `/surveys/${props.surveyId}/responses?${new URLSearchParams({ [`p.${props.use.name}`]: value })}`
  const rows = () => (all() ? found() : found().slice(0, SHOWN))

  return (
    <div class="value-uses">
      <Show when={props.use.values.length > SHOWN}>
        <div class="value-uses__find">
          <TextField label={t('grouping.find')} value={search()} onInput={setSearch} optional />
        </div>
      </Show>
      <Show
        when={rows().length > 0}
        fallback={
          <p class="quiet" role="status">
            {t('grouping.none')}
          </p>
        }
      >
        <table class="table value-uses__table">
          <caption class="visually-hidden">
            {t('grouping.valuesOf', { name: propertyName(props.use.name) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('grouping.value')}</th>
              <th scope="col" class="num">
                {t('answerCount')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(use) => (
                <ValueRow
                  use={use}
                  name={name(use.value)}
                  rows={rowsOf(use.value)}
                  mayHide={props.use.place !== 'hidden'}
                  onHide={(hidden) => props.onHide(use.value, hidden)}
                />
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <Show when={found().length > SHOWN}>
        <button
          type="button"
          class="link value-uses__all"
          aria-expanded={all()}
          onClick={() => setAll(!all())}
        >
          {all() ? t('showFewer') : t('showAll', { n: format.count(locale(), found().length) })}
        </button>
      </Show>
      <Show when={props.use.values.length >= MOST_LISTED}>
        <p class="quiet">{t('grouping.most', { n: format.count(locale(), MOST_LISTED) })}</p>
      </Show>
    </div>
  )
}

function ValueRow(props: {
  use: ValueUse
  name: string
  /** The address of its answers, if it has a group. */
  rows: string
  /** False for the values of a hidden property, which have no groups. */
  mayHide: boolean
  onHide: (hidden: boolean) => void
}) {
  const isHidden = () => props.use.place === 'hidden'
  return (
    <tr>
      <th scope="row">
        <bdi>{props.name}</bdi>
        <Show when={props.mayHide && props.use.place !== 'grouped'}>
          <span class="value-uses__place">
            {t(`grouping.valuePlaces.${props.use.place as Exclude<ValueUse['place'], 'grouped'>}`)}
          </span>
        </Show>
      </th>
      <td class="num">
        <AnswersLink of={props.use.place === 'grouped' ? props.rows : undefined}>
          {format.count(locale(), props.use.answers)}
        </AnswersLink>
      </td>
      <td class="value-uses__action">
        <Show when={props.mayHide}>
          <button type="button" class="link" onClick={() => props.onHide(!isHidden())}>
            {t(isHidden() ? 'grouping.show' : 'grouping.hide')}
            <span class="visually-hidden"> {props.name}</span>
          </button>
        </Show>
      </td>
    </tr>
  )
}
