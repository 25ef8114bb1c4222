import { createEffect, Show } from 'solid-js'
import type { Person } from '../base/api.ts'
import type { FollowUp, FollowUpChange } from './api.ts'
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
  onChange: (change: FollowUpChange) => void
}) {
  const chosen = () => props.of.rows()
  const some = () => chosen().length > 0
  const isEvery = () => chosen().length === props.shown.length
  const count = () => t('desk.selected', { n: format.count(locale(), chosen().length) })
  let box!: HTMLInputElement
  createEffect(() => {
    box.checked = some() && isEvery()
    box.indeterminate = some() && !isEvery()
  })

  return (
    <div class="selection" data-some={some()}>
      <label class="selection__all">
        <input
          ref={(element) => (box = element)}
          type="checkbox"
          onChange={() => (some() ? props.of.none() : props.of.all())}
        />
        <span>{some() ? count() : t('desk.selectAll')}</span>
      </label>
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
