import { createSignal, createUniqueId, Show } from 'solid-js'
import { t } from '../base/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { LONGEST_ANNOTATION } from '../../../surveys/limits.ts'
import './annotationForm.css'

/** Adds or edits an annotation. */
export function AnnotationForm(props: {
  day: string
  text: string
  onSave: (input: { day: string; text: string }) => Promise<void>
  onClose: () => void
}) {
  const id = createUniqueId()
  // oxlint-disable-next-line solid/reactivity -- only the initial value is used
  const [day, setDay] = createSignal(props.day)
  // oxlint-disable-next-line solid/reactivity -- as above
  const [text, setText] = createSignal(props.text)
  const [failed, setFailed] = createSignal(false)
  const save = async () => {
    setFailed(false)
    try {
      await props.onSave({ day: day(), text: text().trim() })
    } catch {
      setFailed(true)
    }
  }

  return (
    <form
      class="annotation-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
      }}
    >
      <div class="field">
        <label class="field__label" for={id}>
          {t('annotations.day')}
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
        label={t('annotations.text')}
        value={text()}
        onInput={setText}
        maxLength={LONGEST_ANNOTATION}
        autofocus
      />
      <div class="annotation-form__actions">
        <button type="submit" class="button" data-kind="primary">
          {t('annotations.save')}
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={() => props.onClose()}>
          {t('annotations.cancel')}
        </button>
      </div>
      <Show when={failed()}>
        <p class="field__error" role="alert">
          {t('annotations.failed')}
        </p>
      </Show>
    </form>
  )
}
