import { createSignal, Match, onCleanup, onMount, Show, Suspense, Switch, untrack } from 'solid-js'
import type { SurveyDetail } from '../surveys/api.ts'
import { createEditor, EditorContext, SECTIONS, type Editor } from './model/editor.ts'
import { usePlace } from './model/address.ts'
import { createPublishing } from './model/publishing.ts'
import { t } from '../base/i18n.ts'
import { mayManage, useSession } from '../base/session.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SurveyTabs } from '../surveys/SurveyPage.tsx'
import { Title } from '../ui/Title.tsx'
import { Conflict } from './Conflict.tsx'
import { LanguageTabs } from './LanguageTabs.tsx'
import { Appearance } from './Appearance.tsx'
import { OtherEditors } from './OtherEditors.tsx'
import { Preview } from './Preview.tsx'
import { Publish } from './publishing/Publish.tsx'
import { PublishState } from './publishing/PublishState.tsx'
import { Questions } from './questions/Questions.tsx'
import { Rules } from './Rules.tsx'
import { SavedState } from './SavedState.tsx'
import { Thanks } from './Thanks.tsx'
import { UndoButtons } from './UndoButtons.tsx'

/** The editor, with a preview of the survey page beside it. */
export function SurveyEditor(props: { survey: SurveyDetail }) {
  const session = useSession()
  const editor = untrack(() => createEditor(props.survey, mayManage(session)))
  const publishing = createPublishing(editor, session)
  const { musts } = publishing
  const [showsPreview, setShowsPreview] = createSignal(false)
  useUndoKeys(editor)
  usePlace(editor)
  const choose = (section: (typeof SECTIONS)[number]) => {
    setShowsPreview(false)
    editor.setSection(section)
  }

  return (
    <EditorContext.Provider value={editor}>
      <div class="survey-editor" data-preview={showsPreview()}>
        <div class="survey-editor__head">
          <Title subject={editor.survey.id}>{editor.name()}</Title>
          <SurveyTabs survey={editor.survey} />
          <OtherEditors />
        </div>
        <Show when={!editor.mayEdit}>
          <p class="survey-editor__note">{t('editor.readOnly')}</p>
        </Show>
        <Conflict />
        <div class="survey-editor__bar">
          <nav class="tabs survey-editor__sections" aria-label={t('editor.sections.label')}>
            {SECTIONS.map((section) => (
              <button
                type="button"
                class="tab"
                aria-pressed={!showsPreview() && editor.section() === section}
                onClick={() => choose(section)}
              >
                {t(`editor.sections.${section}`)}
                <Show when={section === 'publish' && musts() > 0}>
                  {' '}
                  <span class="missing-count">
                    <span class="visually-hidden">{t('publishing.musts')}: </span>
                    {musts()}
                  </span>
                </Show>
              </button>
            ))}
            <button
              type="button"
              class="tab survey-editor__preview-tab"
              aria-pressed={showsPreview()}
              onClick={() => setShowsPreview(true)}
            >
              {t('editor.sections.preview')}
            </button>
          </nav>
          <div class="survey-editor__tools">
            <SavedState />
            <UndoButtons />
            <PublishState publishing={publishing} />
          </div>
        </div>
        <div class="survey-editor__form">
          <Show when={editor.section() === 'questions' || editor.section() === 'thanks'}>
            <LanguageTabs />
          </Show>
          {/* Its own Suspense, so that loading a section doesn't detach the preview. */}
          <Suspense fallback={<Skeleton shape="list" />}>
            <Switch>
              <Match when={editor.section() === 'questions'}>
                <Questions />
              </Match>
              <Match when={editor.section() === 'thanks'}>
                <Thanks />
              </Match>
              <Match when={editor.section() === 'look'}>
                <Appearance />
              </Match>
              <Match when={editor.section() === 'rules'}>
                <Rules />
              </Match>
              <Match when={editor.section() === 'publish'}>
                <Publish publishing={publishing} />
              </Match>
            </Switch>
          </Suspense>
        </div>
        <Preview />
        <p class="visually-hidden" role="status">
          {editor.announcement()}
        </p>
      </div>
    </EditorContext.Provider>
  )
}

function useUndoKeys(editor: Editor) {
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
    if (key !== 'z' && !isRedo) return
    event.preventDefault()
    if (isRedo) editor.redo()
    else editor.undo()
  }
  onMount(() => document.addEventListener('keydown', onKey))
  onCleanup(() => document.removeEventListener('keydown', onKey))
}
