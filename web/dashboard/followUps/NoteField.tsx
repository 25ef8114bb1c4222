import { createEffect, createSignal, on, untrack } from 'solid-js'
import { t } from '../base/i18n.ts'
import type { Notes } from './model/notes.ts'
import { LONGEST_COMMENT } from '../../../surveys/limits.ts'

/** The team's note on a follow-up, which is saved at every pause in typing. */
export function NoteField(props: { subject: string; note: string | null; notes: Notes }) {
  const [text, setText] = createSignal('')
  createEffect(
    on(
      () => props.subject,
      (id, before) => {
        if (before) void props.notes.save(before)
        setText(untrack(() => props.notes.draft(id) ?? props.note) ?? '')
        // Retries a save that failed.
        void props.notes.save(id)
      },
    ),
  )
  const state = () => props.notes.state(props.subject)

  return (
    <div class="field">
      <label class="field__label" for="note">
        {t('followUps.note')} <kbd aria-hidden="true">n</kbd>
      </label>
      <textarea
        id="note"
        class="input"
        rows="3"
        dir="auto"
        maxLength={LONGEST_COMMENT}
        aria-describedby="note-below"
        aria-keyshortcuts="n"
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value)
          props.notes.write(props.subject, text())
        }}
        onBlur={() => void props.notes.save(props.subject)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <p id="note-below" class="field__help" role="status">
        {words(state())}
      </p>
    </div>
  )
}

function words(state: ReturnType<Notes['state']>): string {
  return t(state === null || state === 'pending' ? 'followUps.noteHelp' : `followUps.${state}`)
}
