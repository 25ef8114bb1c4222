import { Show } from 'solid-js'
import IconRedo from '~icons/lucide/redo-2'
import IconUndo from '~icons/lucide/undo-2'
import { useEditor } from './model/editor.ts'
import { t } from '../base/i18n.ts'
import { IconButton } from '../ui/IconButton.tsx'

export function UndoButtons() {
  const editor = useEditor()
  return (
    <Show when={editor.mayEdit}>
      <IconButton
        name={t('undo')}
        keys="Control+Z"
        off={!editor.mayUndo()}
        onPress={() => editor.undo()}
      >
        <IconUndo class="flips" aria-hidden="true" />
      </IconButton>
      <IconButton
        name={t('editor.redo')}
        keys="Control+Shift+Z"
        off={!editor.mayRedo()}
        onPress={() => editor.redo()}
      >
        <IconRedo class="flips" aria-hidden="true" />
      </IconButton>
    </Show>
  )
}
