import { A, useNavigate } from '@solidjs/router'
import { createResource, Show, untrack } from 'solid-js'
import { estimatedSeconds } from '../../../../surveys/duration.ts'
import type { Survey } from '../../base/api.ts'
import { copySurvey, eraseTests, weigh } from '../model/api.ts'
import { countResponses } from '../../surveys/api.ts'
import { base } from '../../base/path.ts'
import { useEditor } from '../model/editor.ts'
import type { Publishing } from '../model/publishing.ts'
import { size } from '../../base/format.ts'
import { locale, plural, t } from '../../base/i18n.ts'
import { useSession } from '../../base/session.ts'
import { showToast } from '../../base/toast.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Checklist } from './Checklist.tsx'
import { Differences } from './Differences.tsx'
import { Versions } from './Versions.tsx'
import { LONGEST_SURVEY_NAME } from '../../../../surveys/limits.ts'
import './publish.css'

/** Publishing: the checklist, the changes, the button, and everything about versions. */
export function Publish(props: { publishing: Publishing }) {
  const editor = useEditor()
  const { busy, changes, musts, isLive, isUpToDate, goLive } = untrack(() => props.publishing)
  const [weight] = createResource(editor.draft, (draft) =>
    weigh(editor.survey.id, draft).catch(() => undefined),
  )
  const isHeavy = () => !!weight.latest && weight.latest.logo > weight.latest.room
  const isReady = () => musts() === 0 && !isHeavy()
  const revert = () => {
    editor.change(() => editor.published()!)
    showToast(t('publishing.backDone'), () => editor.undo())
  }

  return (
    <section class="survey-editor__fields" aria-label={t('editor.sections.publish')}>
      <p class="publish__estimate">
        {plural('publishing.seconds', estimatedSeconds(editor.draft()))}
        <Show when={weight.latest}>
          {(weighed) => ` · ${t('publishing.weight', { size: size(locale(), weighed().bytes) })}`}
        </Show>
      </p>
      <Show when={isHeavy()}>
        <p class="field__error">
          <button type="button" class="link" onClick={() => editor.setSection('look')}>
            {t('publishing.heavyLogo')}
          </button>
        </p>
      </Show>
      <Checklist />
      <Show when={isReady() && !isUpToDate()}>
        <p class="quiet">{t('publishing.ready')}</p>
      </Show>
      <Show when={editor.mayEdit && !isUpToDate()}>
        <p class="survey-editor__choices">
          <button
            type="button"
            class="button"
            data-kind="primary"
            disabled={busy() || !isReady()}
            onClick={() => void goLive()}
          >
            {t(isLive() ? 'publishing.changes' : 'surveys.publish')}
          </button>
          <Show when={changes()?.length}>
            <button type="button" class="button" onClick={revert}>
              {t('publishing.back')}
            </button>
          </Show>
        </p>
      </Show>
      <Show when={changes()} fallback={<p class="quiet">{t('publishing.first')}</p>}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p class="quiet">{t('publishing.same')}</p>}>
            <h2 class="subtitle">{t('publishing.differs')}</h2>
            <Differences list={list()} draft={editor.draft()} />
          </Show>
        )}
      </Show>
      <Show when={isLive()}>
        <Address survey={editor.survey} />
      </Show>
      <Show when={editor.mayEdit}>
        <Trial />
        <CopySurvey />
      </Show>
      <Show when={editor.published()}>
        <Versions />
      </Show>
    </section>
  )
}

function Address(props: { survey: Survey }) {
  const path = () => `${base}/s/${props.survey.slug}`
  return (
    <div class="field">
      <h2 class="subtitle">{t('newSurvey.link')}</h2>
      <Show when={props.survey.url} fallback={<p class="quiet">{t('surveys.noAddressHelp')}</p>}>
        {(url) => (
          <code class="code-block" dir="ltr">
            {url()}
          </code>
        )}
      </Show>
      <p class="survey-editor__choices">
        <Show when={props.survey.url}>
          {(url) => <CopyButton text={url()} label={t('surveys.copy')} />}
        </Show>
        <a class="button" href={props.survey.url ?? path()} target="_blank" rel="noopener">
          {t('surveys.open')}
        </a>
        <A class="button" href={`/surveys/${props.survey.id}/share`}>
          {t('newSurvey.toShare')}
        </A>
      </p>
    </div>
  )
}

/** The test page, where anyone with its address can try the draft. */
function Trial() {
  const editor = useEditor()
  const [testResponses, { refetch }] = createResource(() =>
    countResponses(editor.survey.id, { state: 'test' }).then(
      ({ n }) => n,
      () => 0,
    ),
  )
  const erase = async () => {
    try {
      showToast(plural('publishing.testErased', await eraseTests(editor.survey.id)))
      await refetch()
    } catch {
      showToast(t('publishing.failed'))
    }
  }
  return (
    <Show when={editor.onServer().testUrl}>
      {(url) => (
        <div class="field">
          <h2 class="subtitle">{t('publishing.test')}</h2>
          <p class="field__help">{t('publishing.testHelp')}</p>
          <p class="survey-editor__choices">
            <a class="button" href={url()} target="_blank" rel="noopener">
              {t('publishing.testOpen')}
            </a>
            <Show when={editor.survey.url}>
              <CopyButton text={url()} label={t('surveys.copy')} about={t('publishing.test')} />
            </Show>
          </p>
          <Show when={testResponses.latest}>
            {(n) => (
              <p class="survey-editor__choices">
                <span>{plural('publishing.testGiven', n())}</span>
                <button type="button" class="link" onClick={() => void erase()}>
                  {t('publishing.testErase')}
                </button>
              </p>
            )}
          </Show>
        </div>
      )}
    </Show>
  )
}

function CopySurvey() {
  const editor = useEditor()
  const session = useSession()
  const navigate = useNavigate()
  const copy = async () => {
    const name = t('publishing.copyName', { name: editor.name() }).slice(0, LONGEST_SURVEY_NAME)
    try {
      await editor.saving.flush()
      const { id } = await copySurvey({ copyOf: editor.survey.id, name })
      await session.refresh()
      navigate(`/surveys/${id}/edit`)
      showToast(t('publishing.copied', { name }))
    } catch {
      showToast(t('publishing.failed'))
    }
  }
  return (
    <p>
      <button type="button" class="button" onClick={() => void copy()}>
        {t('publishing.copy')}
      </button>
    </p>
  )
}
