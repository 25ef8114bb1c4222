import { For } from 'solid-js'
import { BANDS } from '../../../surveys/scoring/metrics.ts'
import { useEditor } from './model/editor.ts'
import { thanksSlot } from './model/texts.ts'
import { bandEnds } from './model/editorWords.ts'
import { t } from '../base/i18n.ts'
import { Links } from './Links.tsx'
import { LocalizedTextField } from './fields/LocalizedTextField.tsx'

/** The thank-you texts and links. */
export function Thanks() {
  const editor = useEditor()
  return (
    <section aria-label={t('editor.sections.thanks')}>
      <fieldset
        class="survey-editor__fields"
        disabled={!editor.mayEdit}
        onFocusIn={() => editor.show({ done: true })}
      >
        <For each={BANDS}>
          {(band) => (
            <LocalizedTextField
              slot={thanksSlot(band)}
              label={t('editor.thanksOf', { band: bandEnds(editor.draft(), band) })}
              most={300}
              band={band}
            />
          )}
        </For>
        <Links />
      </fieldset>
    </section>
  )
}
