import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, onCleanup, Show, untrack } from 'solid-js'
import { ApiError } from '../base/client.ts'
import { language, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { LONGEST_SURVEY_NAME } from '../../../surveys/limits.ts'
import { createSurvey } from '../surveys/api.ts'
import { Choice } from '../ui/Choice.tsx'
import { DropZone } from './DropZone.tsx'
import { uploadFile, type Upload } from './upload.ts'
import { LARGEST_UPLOAD } from '../../../surveys/limits.ts'
import './importing.css'

const NEW = ['nps', 'csat', 'ces'] as const

/** Chooses a survey and a file, and uploads it. */
export default function NewImport() {
  const session = useSession()
  const navigate = useNavigate()
  const [params] = useSearchParams<{ survey?: string }>()
  const own = () => session.surveys.filter(({ example }) => !example)
  const [target, setTarget] = createSignal(
    untrack(() => own().find(({ id }) => id === params.survey)?.id ?? own()[0]?.id ?? 'new-nps'),
  )
  const [sending, setSending] = createSignal<{ name: string; share: number } | null>(null)
  const [failure, setFailure] = createSignal('')
  let upload: Upload | undefined
  onCleanup(() => upload?.cancel())

  const surveyFor = async (file: File): Promise<string> => {
    const template = NEW.find((each) => target() === `new-${each}`)
    if (!template) return target()
    const name = file.name.replace(/(\.\w{1,5})+$/, '').slice(0, LONGEST_SURVEY_NAME)
    const { id } = await createSurvey({ template, name, languages: [language()] })
    setTarget(id)
    await session.refresh()
    return id
  }
  const send = async (file: File) => {
    setFailure(sizeProblem(file))
    if (failure()) return
    setSending({ name: file.name, share: 0 })
    try {
      const surveyId = await surveyFor(file)
      upload = uploadFile(surveyId, file, (share) => setSending({ name: file.name, share }))
      const { id } = await upload.done
      navigate(`/settings/imports/files/${id}`)
    } catch (error) {
      setFailure(reasonOf(error, file.name))
    }
    setSending(null)
  }

  return (
    <section class="imports">
      <p>
        <A href="/settings/imports">{t('importing.back')}</A>
      </p>
      <h2 class="subtitle">{t('importing.import')}</h2>
      <div class="imports__target">
        <Choice
          label={t('importing.survey')}
          value={target()}
          options={own().map(({ id, name }) => ({ value: id, text: name }))}
          groups={[
            {
              label: t('importing.newSurvey'),
              options: NEW.map((each) => ({ value: `new-${each}`, text: t(`metrics.${each}`) })),
            },
          ]}
          onChoose={setTarget}
        />
      </div>
      <Show when={failure()}>
        <p class="field__error" role="alert">
          {failure()}
        </p>
      </Show>
      <Show when={sending()} fallback={<DropZone onFile={(file) => void send(file)} />}>
        {(now) => (
          <div class="imports__progress">
            <p role="status">{t('importing.uploading', { name: `\u2068${now().name}\u2069` })}</p>
            <progress
              class="progress-bar"
              value={now().share}
              aria-label={t('importing.uploading', { name: now().name })}
            />
            <button type="button" class="button" onClick={() => upload?.cancel()}>
              {t('importing.cancel')}
            </button>
          </div>
        )}
      </Show>
    </section>
  )
}

/** Why a file needs no upload to be refused; '' if it does. */
function sizeProblem({ name, size }: File): string {
  if (size === 0) return t('importing.emptyFile', { name })
  return size > LARGEST_UPLOAD ? t('importing.tooLarge', { name }) : ''
}

/** What went wrong; nothing if the user cancelled. */
function reasonOf(error: unknown, name: string): string {
  if (error instanceof DOMException) return ''
  if (!(error instanceof ApiError)) return t('importing.cutOff')
  if (error.status === 413) return t('importing.tooLarge', { name })
  return error.status === 400 || error.status === 409 ? error.message : t('error.server')
}
