import IconCheck from '~icons/lucide/check'
import IconCloud from '~icons/lucide/cloud-upload'
import IconCloudOff from '~icons/lucide/cloud-off'
import { Match, Show, Switch } from 'solid-js'
import { useEditor } from './model/editor.ts'
import { t } from '../base/i18n.ts'

/** Whether the latest change is saved. */
export function SavedState() {
  const editor = useEditor()
  const is = () => editor.saving.state().is
  return (
    <Show when={editor.mayEdit}>
      <p class="survey-editor__saved" data-is={is()} role="status">
        <Switch fallback={<IconCloud aria-hidden="true" />}>
          <Match when={is() === 'saved'}>
            <IconCheck aria-hidden="true" />
          </Match>
          <Match when={['waiting', 'refused', 'conflict'].includes(is())}>
            <IconCloudOff aria-hidden="true" />
          </Match>
        </Switch>
        {t(`editor.saving.${is()}`)}
      </p>
    </Show>
  )
}
