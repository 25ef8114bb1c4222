import { createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'
import { t } from '../i18n.ts'

const NOTE_MOST = 5_000
const PAUSE = 1_000

/** The team's own words on a follow-up. They save themselves at every pause. */
export function NoteField(props: {
  subject: string
  note: string | null
  onSave: (note: string) => Promise<boolean>
}) {
  const [text, setText] = createSignal('')
  const [said, setSaid] = createSignal<'saving' | 'saved' | 'notSaved' | null>(null)

  createEffect(
    on(
      () => props.subject,
      () => {
        setText(untrack(() => props.note) ?? '')
        setSaid(null)
      },
    ),
  )
  let timer = 0
  const save = async () => {
    clearTimeout(timer)
    const note = text().trim()
    if (note === (props.note ?? '')) return
    setSaid('saving')
    setSaid((await props.onSave(note)) ? 'saved' : 'notSaved')
  }
  onCleanup(() => void save())

  return (
    <div class="field note">
      <label class="field__label" for="note">
        {t('followUps.note')} <kbd aria-hidden="true">n</kbd>
      </label>
      <textarea
        id="note"
        class="input"
        rows="3"
        dir="auto"
        maxLength={NOTE_MOST}
        aria-describedby="note-below"
        aria-keyshortcuts="n"
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value)
          clearTimeout(timer)
          timer = window.setTimeout(() => void save(), PAUSE)
        }}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <p id="note-below" class="field__help" role="status">
        {said() ? t(`followUps.${said()!}`) : t('followUps.noteHelp')}
      </p>
    </div>
  )
}
