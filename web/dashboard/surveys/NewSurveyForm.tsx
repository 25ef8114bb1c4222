import { createSignal, For, Show, untrack } from 'solid-js'
import type { Template } from './api.ts'
import { languageName } from '../base/format.ts'
import { language, t } from '../base/i18n.ts'
import { questionText, useSession, type Session } from '../base/session.ts'
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
  const [selected, setSelected] = createSignal<readonly string[]>(
    untrack(() => usualLanguages(session)),
  )
  const [missing, setMissing] = createSignal<'name' | 'language' | 'failed' | null>(null)
  const [busy, setBusy] = createSignal(false)

  const languages = () => {
    const codes = chosen().languages.filter((code) => selected().includes(code))
    // The user's language comes first, because the survey falls back to it.
    return codes.toSorted((a, b) => Number(b === language()) - Number(a === language()))
  }
  const toggle = (code: string, isSelected: boolean) =>
    setSelected((codes) => (isSelected ? [...codes, code] : codes.filter((each) => each !== code)))
  const groups = () =>
    [...new Set(props.templates.map(({ group }) => group))].map((group) => ({
      group,
      templates: props.templates.filter((template) => template.group === group),
    }))

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
        <For each={groups()}>
          {({ group, templates }) => (
            <div class="new-survey__group" role="group" aria-labelledby={`templates-${group}`}>
              <h2 id={`templates-${group}`} class="new-survey__group-name">
                {t(`newSurvey.groups.${group}`)}
              </h2>
              <div class="new-survey__templates">
                <For each={templates}>
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
                      <span>{localized(template.description)}</span>
                      <span class="new-survey__metric">{t(`metrics.${template.metric}`)}</span>
                    </label>
                  )}
                </For>
              </div>
            </div>
          )}
        </For>
        <figure class="new-survey__question">
          <figcaption class="field__help">{t('newSurvey.question')}</figcaption>
          <p dir="auto">{questionText(session, localized(chosen().ask))}</p>
        </figure>
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
                  checked={selected().includes(code)}
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

/** The user's language, and those of the survey that was published last. */
function usualLanguages(session: Session): string[] {
  const latest = session.surveys.find(({ version, example }) => version !== null && !example)
  return [language(), ...(latest?.languages ?? [])]
}

/** A template's text in the user's language, else in English. */
function localized(texts: Record<string, string>): string {
  return texts[language()] ?? texts['en'] ?? ''
}
