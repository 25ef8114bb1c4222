import { createResource, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { mainQuestion, textIn } from '../../../surveys/questions.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { filled } from '../../respondent/questioner.ts'
import type { SharedSurvey } from './api.ts'
import { download } from '../base/download.ts'
import { t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { codeOf, pngOf, svgOf, type Modules } from '../base/qrCode.ts'
import { CodePicture } from '../ui/CodePicture.tsx'
import { showToast } from '../base/toast.ts'
import { PrintCard } from './PrintCard.tsx'
import { ShareChannel } from './ShareChannel.tsx'
import './shareCode.css'

/** Sharing as a QR code, to save or print. */
export function ShareCode(props: {
  survey: SharedSurvey
  definition: SurveyDefinition
  address: string
  language: string
}) {
  const session = useSession()
  const [code] = createResource(() => props.address, codeOf)
  // Keeps the previous code until the next one is ready.
  const modules = () =>
    code.state === 'ready' || code.state === 'refreshing' ? code.latest : undefined
  const questioner = () => ({
    company: session.workspace.name,
    language: props.language || props.definition.languages[0]!,
  })
  const ask = () => {
    const { text } = mainQuestion(props.definition)
    return filled(textIn(text, questioner().language, props.definition).ask, questioner())
  }
  const save = async (format: 'svg' | 'png', modules: Modules) => {
    try {
      const file = format === 'svg' ? new Blob([svgOf(modules)], SVG) : await pngOf(modules)
      download(file, `ohlas-${props.survey.slug}-qr.${format}`)
    } catch {
      showToast(t('files.failed'))
    }
  }

  return (
    <ShareChannel title={t('share.code.title')} help={t('share.code.help')}>
      <Show when={code.error}>
        <p class="field__error" role="alert">
          {t('share.code.tooLong')}
        </p>
      </Show>
      <Show when={modules()}>
        {(modules) => (
          <div class="share-code">
            <CodePicture
              modules={modules()}
              label={t('share.code.of', { address: props.address })}
            />
            <div class="share-code__actions">
              <button type="button" class="button" onClick={() => print()}>
                {t('share.code.print')}
              </button>
              <button type="button" class="button" onClick={() => void save('svg', modules())}>
                {t('share.code.save', { format: 'SVG' })}
              </button>
              <button type="button" class="button" onClick={() => void save('png', modules())}>
                {t('share.code.save', { format: 'PNG' })}
              </button>
            </div>
            <Portal>
              <PrintCard
                ask={ask()}
                company={questioner().company}
                language={questioner().language}
                address={props.survey.url}
              >
                <CodePicture modules={modules()} label={props.address} />
              </PrintCard>
            </Portal>
          </div>
        )}
      </Show>
    </ShareChannel>
  )
}

const SVG = { type: 'image/svg+xml;charset=utf-8' }
