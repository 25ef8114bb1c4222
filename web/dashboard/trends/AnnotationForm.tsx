import { createSignal, createUniqueId, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { LONGEST_ANNOTATION } from '../../../surveys/limits.ts'
import './annotationForm.css'

/** A day and what happened on it, in the place where it will stand. */
export function AnnotationForm(props: {
  day: string
  text: string
  onKeep: (given: { day: string; text: string }) => Promise<void>
  onClose: () => void
}) {
  const id = createUniqueId()
  // oxlint-disable-next-line solid/reactivity -- what is typed begins with what was there
  const [day, setDay] = createSignal(props.day)
  // oxlint-disable-next-line solid/reactivity -- as above
  const [text, setText] = createSignal(props.text)
  const [failed, setFailed] = createSignal(false)
  const keep = async () => {
    setFailed(false)
    try {
      await props.onKeep({ day: day(), text: text().trim() })
    } catch {
      setFailed(true)
    }
  }

  return (
    <form
      class="annotation-form"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
      }}
    >
      <div class="field">
        <label class="field__label" for={id}>
          {t('marks.day')}
        </label>
        <input
          id={id}
          type="date"
          class="input"
          required
          value={day()}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      <TextField
        label={t('marks.text')}
        value={text()}
        onInput={setText}
        maxLength={LONGEST_ANNOTATION}
        autofocus
      />
      <div class="annotation-form__actions">
        <button type="submit" class="button" data-kind="main">
          {t('marks.keep')}
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={() => props.onClose()}>
          {t('marks.cancel')}
        </button>
      </div>
      <Show when={failed()}>
        <p class="field__error" role="alert">
          {t('marks.failed')}
        </p>
      </Show>
    </form>
  )
}
