import { createEffect, Show } from 'solid-js'
import type { Person } from '../base/api.ts'
import type { FollowUp, StateChange } from './model/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import type { Selection } from '../base/selection.ts'
import { FollowUpActions } from './FollowUpActions.tsx'
import './selectionBar.css'

/** Above the list: selects all rows shown, and changes the selected ones. */
export function SelectionBar(props: {
  of: Selection<FollowUp>
  shown: FollowUp[]
  people: Person[]
  /** How many cases match the filter; null until counted. */
  matching: number | null
  /** Whether all that match are selected, not only those shown. */
  isEverything: boolean
  onEverything: () => void
  onChange: (change: StateChange) => void
}) {
  const chosen = () => props.of.rows()
  const some = () => chosen().length > 0
  const isEvery = () => chosen().length === props.shown.length
  const selected = () => (props.isEverything ? (props.matching ?? 0) : chosen().length)
  const canTakeAll = () => !props.isEverything && some() && (props.matching ?? 0) > chosen().length
  const count = () => t('desk.selected', { n: format.count(locale(), selected()) })
  let box!: HTMLInputElement
  createEffect(() => {
    box.checked = some() && isEvery()
    box.indeterminate = some() && !isEvery()
  })

  return (
    <div class="selection-bar" data-some={some()}>
      <label class="selection-bar__all">
        <input
          ref={(element) => (box = element)}
          type="checkbox"
          onChange={() => (some() ? props.of.none() : props.of.all())}
        />
        <span>{some() ? count() : t('desk.selectAll')}</span>
      </label>
      <Show when={canTakeAll()}>
        <button
          type="button"
          class="button selection-bar__everything"
          data-kind="quiet"
          onClick={() => props.onEverything()}
        >
          {t('desk.selectEverything', { n: format.count(locale(), props.matching ?? 0) })}
        </button>
      </Show>
      <p class="visually-hidden" role="status">
        {some() ? count() : ''}
      </p>
      <Show when={some()}>
        <FollowUpActions
          label={t('desk.actions')}
          followUps={chosen()}
          people={props.people}
          onChange={props.onChange}
        />
      </Show>
    </div>
  )
}
