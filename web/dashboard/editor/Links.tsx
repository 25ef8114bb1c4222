import { Index, Show } from 'solid-js'
import IconPlus from '~icons/lucide/plus'
import IconX from '~icons/lucide/x'
import { isHttps } from '../../../surveys/questions.ts'
import { useEditor } from './model/editor.ts'
import { MOST_LINKS, withLinks } from './model/settings.ts'
import { linkSlot } from './model/texts.ts'
import { t } from '../base/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { LocalizedTextField } from './fields/LocalizedTextField.tsx'
import './links.css'

/** Links on the thank-you page, which are the same for everyone. */
export function Links() {
  const editor = useEditor()
  const links = () => editor.draft().links ?? []
  const add = () =>
    editor.change((draft) =>
      withLinks(draft, (links) => [...links, { url: '', text: { [editor.first()]: '' } }]),
    )
  const write = (index: number, url: string) =>
    editor.change(
      (draft) => withLinks(draft, (links) => links.with(index, { ...links[index]!, url })),
      `links.${index}.url`,
    )
  const remove = (index: number) =>
    editor.change((draft) => withLinks(draft, (links) => links.toSpliced(index, 1)))

  return (
    <fieldset class="field">
      <legend class="field__label">{t('editor.links.label')}</legend>
      <p class="field__help">{t('editor.links.help')}</p>
      <Index each={links()}>
        {(link, index) => (
          <div class="thanks-links__row">
            <LocalizedTextField
              slot={linkSlot(index)}
              label={t('editor.links.text')}
              most={60}
              line
            />
            <TextField
              label={t('editor.links.url')}
              type="url"
              field={`links.${index}.url`}
              value={link().url}
              error={!link().url || isHttps(link().url) ? undefined : t('editor.links.wrong')}
              maxLength={500}
              onInput={(url) => write(index, url)}
            />
            <IconButton name={t('editor.links.remove')} onPress={() => remove(index)}>
              <IconX aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </Index>
      <Show when={editor.mayEdit && links().length < MOST_LINKS}>
        <button type="button" class="button" data-kind="quiet" onClick={add}>
          <IconPlus aria-hidden="true" />
          {t('editor.links.add')}
        </button>
      </Show>
    </fieldset>
  )
}
