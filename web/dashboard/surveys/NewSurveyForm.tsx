import { createSignal, For, Show, untrack } from 'solid-js'
import type { Template } from './api.ts'
import { languageName } from '../base/format.ts'
import { language, t } from '../base/i18n.ts'
import { questionText, useSession } from '../base/session.ts'
import { TextField } from '../ui/TextField.tsx'
import { LONGEST_SURVEY_NAME } from '../../../surveys/limits.ts'
import './newSurveyForm.css'

export type NewSurvey = { template: Template['id']; name: string; languages: string[] }

export function NewSurveyForm(props: {
  templates: Template[]
  onMake: (chosen: NewSurvey) => Promise<void>
}) {
  const session = useSession()
  const [chosen, setChosen] = createSignal(untrack(() => props.templates[0]!))
  const [name, setName] = createSignal('')
  const [deselected, setDeselected] = createSignal<readonly string[]>([])
  const [missing, setMissing] = createSignal<'name' | 'language' | 'failed' | null>(null)
  const [busy, setBusy] = createSignal(false)

  const languages = () => {
    const codes = chosen().languages.filter((code) => !deselected().includes(code))
    // The user's language comes first, because the survey falls back to it.
    return codes.toSorted((a, b) => Number(b === language()) - Number(a === language()))
  }
  const toggle = (code: string, selected: boolean) =>
    setDeselected((codes) => (selected ? codes.filter((each) => each !== code) : [...codes, code]))

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(!name().trim() ? 'name' : languages().length === 0 ? 'language' : null)
    if (missing()) return
    setBusy(true)
    try {
      await props.onMake({
        template: chosen().id,
        name: name().trim(),
        languages: languages(),
      })
    } catch {
      setMissing('failed')
      setBusy(false)
    }
  }

  return (
    <form class="form" data-width="wide" novalidate onSubmit={(event) => void submit(event)}>
      <fieldset class="field">
        <legend class="field__label">{t('newSurvey.template')}</legend>
        <div class="new-survey__templates">
          <For each={props.templates}>
            {(template) => (
              <label class="new-survey__template">
                <input
                  type="radio"
                  class="visually-hidden"
                  name="template"
                  checked={template.id === chosen().id}
                  onChange={() => setChosen(template)}
                />
                <span class="new-survey__template-name">{localized(template.name)}</span>
                <span>{questionText(session, localized(template.ask))}</span>
                <span class="quiet">{localized(template.description)}</span>
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <TextField
        label={t('newSurvey.name')}
        help={t('newSurvey.nameHelp')}
        maxLength={LONGEST_SURVEY_NAME}
        value={name()}
        error={missing() === 'name' ? t('newSurvey.needName') : undefined}
        onInput={setName}
      />
      <fieldset class="field" aria-describedby="languages-below">
        <legend class="field__label">{t('newSurvey.languages')}</legend>
        <div class="checks">
          <For each={chosen().languages}>
            {(code) => (
              <label class="check">
                <input
                  type="checkbox"
                  checked={!deselected().includes(code)}
                  onChange={(event) => toggle(code, event.currentTarget.checked)}
                />
                {languageName(language(), code)}
              </label>
            )}
          </For>
        </div>
        <Show
          when={missing() === 'language'}
          fallback={
            <p id="languages-below" class="field__help">
              {t('newSurvey.languagesHelp')}
            </p>
          }
        >
          <p id="languages-below" class="field__error" role="alert">
            {t('newSurvey.needLanguage')}
          </p>
        </Show>
      </fieldset>
      <Show when={missing() === 'failed'}>
        <p class="field__error" role="alert">
          {t('newSurvey.failed')}
        </p>
      </Show>
      <button type="submit" class="button" data-kind="primary" disabled={busy()}>
        {t('newSurvey.submit')}
      </button>
    </form>
  )
}

/** A template's text in the user's language, else in English. */
function localized(texts: Record<string, string>): string {
  return texts[language()] ?? texts['en'] ?? ''
}
