import { Show } from 'solid-js'
import { plural, t } from '../../base/i18n.ts'
import { useEditor } from '../model/editor.ts'
import type { Publishing } from '../model/publishing.ts'

/** Always in sight: the survey's state, the changes that customers don't see yet, and a button for them. */
export function PublishState(props: { publishing: Publishing }) {
  const editor = useEditor()
  const unpublished = () => props.publishing.changes()?.length ?? 0
  // The section has a button of its own, and leads to a survey's first version.
  const hasButton = () =>
    editor.mayEdit &&
    props.publishing.isLive() &&
    unpublished() > 0 &&
    editor.section() !== 'publish'
  const publish = () => {
    // The checklist says what is missing.
    if (props.publishing.musts() > 0) editor.setSection('publish')
    else void props.publishing.goLive()
  }
  return (
    <>
      <p class="survey-editor__state">
        <span class="badge">{t(`surveyStates.${editor.onServer().state}`)}</span>
        <Show when={unpublished() > 0}>
          <span class="quiet">{plural('publishing.unpublished', unpublished())}</span>
        </Show>
      </p>
      <Show when={hasButton()}>
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={props.publishing.busy()}
          onClick={publish}
        >
          {t('publishing.changes')}
        </button>
      </Show>
    </>
  )
}
