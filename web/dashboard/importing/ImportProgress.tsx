import { Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import type { ImportFile } from './api.ts'

/** What the server does with the file just now, and how far it is. */
export function ImportProgress(props: { file: ImportFile; onStop?: () => void }) {
  const progress = () => props.file.progress
  const step = () => {
    if (props.file.state === 'stopping') return t('importing.stopping')
    const fallback = props.file.state === 'storing' ? 'storing' : 'reading'
    return t(`importing.steps.${progress()?.step ?? fallback}`)
  }
  const done = () => {
    const now = progress()
    if (!now) return ''
    if (now.of === null) return plural('importing.done', now.done)
    return plural('importing.doneOf', now.of, { done: format.count(locale(), now.done) })
  }
  // Without a value the bar only moves.
  const value = () => {
    const now = progress()
    return now?.of ? { value: now.done / now.of } : {}
  }

  return (
    <div class="imports__progress">
      <p role="status">{step()}</p>
      <progress class="progress-bar" aria-label={step()} {...value()} />
      <p class="quiet">{done()}</p>
      <Show when={props.onStop}>
        {(stop) => (
          <>
            <p class="quiet">{t('importing.stopHelp')}</p>
            <button
              type="button"
              class="button"
              aria-disabled={props.file.state === 'stopping'}
              onClick={() => stop()()}
            >
              {t('importing.stop')}
            </button>
          </>
        )}
      </Show>
    </div>
  )
}
