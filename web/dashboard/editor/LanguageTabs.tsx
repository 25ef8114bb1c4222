import { createMemo, createSignal, For, Show } from 'solid-js'
import IconPlus from '~icons/lucide/plus'
import { missingTexts } from '../../../surveys/checklist.ts'
import { dirOf } from '../../../surveys/locales/direction.ts'
import { useEditor } from './model/editor.ts'
import { withFirstLanguage, withoutLanguage } from './model/languages.ts'
import { languageName } from '../base/format.ts'
import { language as mine, plural, t } from '../base/i18n.ts'
import { showToast } from '../base/toast.ts'
import { AddLanguage } from './AddLanguage.tsx'
import './languageTabs.css'

/** The survey's languages, with the number of texts that each lacks. */
export function LanguageTabs() {
  const editor = useEditor()
  const [isAdding, setAdding] = createSignal(false)
  const languages = createMemo(() => editor.draft().languages)
  const missingFrom = createMemo(() => missingTexts(editor.draft()))
  const name = (code: string) => languageName(mine(), code)
  const remove = (code: string) => {
    editor.change((draft) => withoutLanguage(draft, code))
    editor.setLanguage(editor.first())
    showToast(t('editor.languages.removed', { language: name(code) }), () => editor.undo())
  }

  return (
    <div class="language-tabs" role="group" aria-label={t('editor.languages.label')}>
      <For each={languages()}>
        {(code) => {
          const missing = () => missingFrom().filter((text) => text.language === code).length
          return (
            <button
              type="button"
              class="language-tabs__tab"
              aria-pressed={editor.language() === code}
              onClick={() => editor.setLanguage(code)}
            >
              <bdi lang={code} dir={dirOf(code)} title={name(code)}>
                {languageName(code, code)}
              </bdi>
              <Show when={missing() > 0}>
                <span class="missing-count" title={plural('editor.languages.missing', missing())}>
                  <span aria-hidden="true">{missing()}</span>
                  <span class="visually-hidden">
                    {' '}
                    {plural('editor.languages.missing', missing())}
                  </span>
                </span>
              </Show>
            </button>
          )
        }}
      </For>
      <Show when={editor.mayEdit}>
        <button
          type="button"
          class="language-tabs__tab"
          aria-expanded={isAdding()}
          onClick={() => setAdding(!isAdding())}
        >
          <IconPlus aria-hidden="true" />
          {t('editor.languages.add')}
        </button>
      </Show>
      <Show when={isAdding()}>
        <AddLanguage
          onDone={(code) => {
            setAdding(false)
            if (code) editor.setLanguage(code)
          }}
        />
      </Show>
      <Show when={editor.mayEdit && editor.language() !== editor.first()}>
        <p class="language-tabs__about">
          {t('editor.languages.fallback', { language: name(editor.first()) })}{' '}
          <button
            type="button"
            class="link"
            onClick={() => editor.change((draft) => withFirstLanguage(draft, editor.language()))}
          >
            {t('editor.languages.makeFirst')}
          </button>{' '}
          <button type="button" class="link" onClick={() => remove(editor.language())}>
            {t('editor.languages.remove', { language: name(editor.language()) })}
          </button>
        </p>
      </Show>
    </div>
  )
}
