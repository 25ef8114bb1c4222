import { Show } from 'solid-js'
import { useEditor } from './model/editor.ts'
import { useOthers } from './model/presence.ts'
import { locale, t } from '../base/i18n.ts'

/** The other people editing this survey now. */
export function OtherEditors() {
  const editor = useEditor()
  return (
    <Show when={editor.mayEdit}>
      <Named surveyId={editor.survey.id} />
    </Show>
  )
}

function Named(props: { surveyId: string }) {
  // oxlint-disable-next-line solid/reactivity -- another survey gets a new editor
  const others = useOthers(props.surveyId)
  const names = () =>
    new Intl.ListFormat(locale(), { type: 'conjunction' }).format(others().map(({ name }) => name))
  return (
    <div role="status">
      <Show when={others().length > 0}>
        <p class="survey-editor__note">
          {t('editor.others.here', { who: names() })}{' '}
          <span class="quiet">{t('editor.others.help')}</span>
        </p>
      </Show>
    </div>
  )
}
