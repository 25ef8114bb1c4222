import { createUniqueId, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { dirOf } from '../../../../surveys/locales/direction.ts'
import { UNREADABLE } from '../../../../surveys/questions.ts'
import type { Band } from '../../../../surveys/scoring/metrics.ts'
import { useEditor } from '../model/editor.ts'
import { fieldOf, textAt, withText, type Slot } from '../model/texts.ts'
import { languageName } from '../../base/format.ts'
import { language as mine, t } from '../../base/i18n.ts'
import './localizedTextField.css'

/** A text in the language being edited, with the first language's text below it. */
export function LocalizedTextField(props: {
  slot: Slot
  label: string
  most: number
  help?: string
  /** A single line instead of a growing box. */
  line?: boolean
  /** The band of this wording, which the preview follows. */
  band?: Band
  optional?: boolean
}) {
  const editor = useEditor()
  const id = createUniqueId()
  const text = () => textAt(editor.draft(), props.slot, editor.language())
  const original = () => textAt(editor.draft(), props.slot, editor.first())
  const isTranslated = () => editor.language() !== editor.first()
  const isMissing = () => !props.optional && text().trim() === ''
  const field = () => fieldOf(props.slot, editor.language())
  const write = (typed: string) => {
    const [slot, language] = [props.slot, editor.language()]
    // Replaces tabs, as in cells pasted from a spreadsheet.
    const text = typed.replaceAll(new RegExp(UNREADABLE, 'g'), ' ')
    editor.change((draft) => withText(draft, slot, language, text), field())
  }
  const below = () => (isTranslated() && original() ? `${id}-original` : undefined)

  return (
    <div class="field localized-text" data-missing={isMissing()}>
      <label class="field__label" for={id}>
        {props.label}
        <Show when={isMissing()}>
          <span class="localized-text__missing"> · {t('editor.toWrite')}</span>
        </Show>
      </label>
      <Dynamic
        component={props.line ? 'input' : 'textarea'}
        id={id}
        class="input"
        rows={props.line ? undefined : 2}
        maxLength={props.most}
        lang={editor.language()}
        dir={dirOf(editor.language())}
        data-field={field()}
        value={text()}
        aria-describedby={below()}
        onInput={(event: { currentTarget: { value: string } }) => write(event.currentTarget.value)}
        onFocus={() => props.band && editor.show({ band: props.band })}
      />
      <Show when={below()}>
        <p
          id={below()}
          class="localized-text__original"
          title={t('editor.original', { language: languageName(mine(), editor.first()) })}
        >
          <span lang={editor.first()} dir={dirOf(editor.first())}>
            {original()}
          </span>
        </p>
      </Show>
      <Show when={props.help}>
        <p class="field__help">{props.help}</p>
      </Show>
    </div>
  )
}
