import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { BANDS, valuesIn, type Band } from '../../../surveys/scoring/metrics.ts'
import { mainQuestion } from '../../../surveys/questions.ts'
import type { SurveyDraft } from '../../../surveys/definition.ts'
import { previewAddress } from './model/api.ts'
import { useEditor } from './model/editor.ts'
import { t } from '../base/i18n.ts'
import { Segmented } from '../ui/Segmented.tsx'
import './preview.css'

const PAUSE = 300
const WIDTHS = { phone: 375, desktop: 1024 } as const
type Device = keyof typeof WIDTHS

/** The survey page for the current draft, rendered by the server. */
export function Preview() {
  const editor = useEditor()
  const [device, setDevice] = createSignal<Device>('phone')
  const [scheme, setScheme] = createSignal('light')
  const band = () => editor.shown().band ?? 'none'
  const bands = () => [
    { value: 'none', text: t('editor.preview.before') },
    ...BANDS.map((band) => ({ value: band, text: t(`bands.${band}`) })),
  ]

  return (
    <section class="editor-preview" aria-label={t('editor.preview.label')}>
      <div class="editor-preview__tools">
        <Segmented
          label={t('editor.preview.score')}
          value={band()}
          options={bands()}
          onChoose={(chosen) => editor.show({ band: chosen === 'none' ? null : (chosen as Band) })}
        />
        <Segmented
          label={t('editor.preview.page')}
          value={String(editor.shown().done)}
          options={[
            { value: 'false', text: t('editor.preview.asking') },
            { value: 'true', text: t('editor.preview.thanks') },
          ]}
          onChoose={(chosen) => editor.show({ done: chosen === 'true' })}
        />
        <Segmented
          label={t('editor.preview.device')}
          value={device()}
          options={(['phone', 'desktop'] as const).map((value) => ({
            value,
            text: t(`editor.preview.${value}`),
          }))}
          onChoose={(chosen) => setDevice(chosen as Device)}
        />
        <Show when={(editor.draft().look?.scheme ?? 'auto') === 'auto'}>
          <Segmented
            label={t('editor.look.scheme')}
            value={scheme()}
            options={(['light', 'dark'] as const).map((value) => ({
              value,
              text: t(`editor.look.schemes.${value}`),
            }))}
            onChoose={setScheme}
          />
        </Show>
      </div>
      <Frames device={device()} scheme={scheme()} />
    </section>
  )
}

/**
 * Loads each preview in a new frame that replaces the previous one when ready, so that nothing flickers
 * and the browser's history doesn't change.
 */
function Frames(props: { device: Device; scheme: string }) {
  const editor = useEditor()
  let stage!: HTMLDivElement
  let latest: HTMLIFrameElement | null = null
  let timer = 0
  let made = 0

  const refresh = () => {
    const { band, done } = editor.shown()
    const frame = document.createElement('iframe')
    frame.name = `preview-${++made}`
    frame.title = t('editor.preview.label')
    frame.className = 'editor-preview__frame'
    frame.dataset['state'] = 'coming'
    frame.addEventListener('load', () => {
      if (frame.contentWindow?.location.href === 'about:blank') return
      const before = stage.querySelector<HTMLIFrameElement>('[data-state="shown"]')
      if (frame !== latest) return frame.remove()
      frame.contentWindow?.scrollTo(0, before?.contentWindow?.scrollY ?? 0)
      // Scrolls to the open question.
      frame.contentDocument
        ?.getElementsByName(editor.open() ?? '')[0]
        ?.scrollIntoView({ block: 'nearest' })
      frame.dataset['state'] = 'shown'
      before?.remove()
    })
    stage.querySelectorAll('[data-state="coming"]').forEach((each) => each.remove())
    stage.append(frame)
    latest = frame
    post(previewAddress(editor.survey.id), frame.name, {
      definition: JSON.stringify(editor.draft()),
      language: editor.language(),
      score: band === null ? '' : String(scoreIn(editor.draft(), band)),
      done: String(done),
    })
  }
  const fit = () =>
    stage.style.setProperty(
      '--scale',
      String(Math.min(1, stage.clientWidth / WIDTHS[props.device])),
    )

  onMount(() => {
    const observer = new ResizeObserver(fit)
    observer.observe(stage)
    onCleanup(() => observer.disconnect())
    refresh()
  })
  createEffect(on([() => editor.language(), editor.shown], refresh, { defer: true }))
  createEffect(
    on(
      editor.draft,
      () => {
        clearTimeout(timer)
        timer = window.setTimeout(refresh, PAUSE)
      },
      { defer: true },
    ),
  )
  createEffect(on(() => props.device, fit, { defer: true }))
  onCleanup(() => clearTimeout(timer))

  return (
    <div
      ref={(element) => (stage = element)}
      class="editor-preview__stage"
      data-device={props.device}
      data-scheme={props.scheme}
    />
  )
}

/** The number in the middle of a band. */
function scoreIn(draft: SurveyDraft, band: Band): number {
  const values = valuesIn(mainQuestion(draft).kind, band)
  return values[Math.floor(values.length / 2)]!
}

function post(action: string, target: string, fields: Record<string, string>) {
  const form = document.createElement('form')
  Object.assign(form, { action, target, method: 'post', hidden: true })
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
  form.remove()
}
