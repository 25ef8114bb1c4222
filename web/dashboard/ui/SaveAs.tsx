import { For } from 'solid-js'
import { csvOf, type Cell } from '../base/csv.ts'
import { download } from '../base/download.ts'
import { t } from '../base/i18n.ts'
import { showToast } from '../base/toast.ts'

/** Offers a chart as a picture and its data as CSV. */
export function SaveAs(props: {
  /** What is saved, for screen readers. */
  what: string
  name: (ending: string) => string
  picture?: ((format: 'png' | 'svg') => Promise<Blob>) | undefined
  rows: () => Cell[][] | Promise<Cell[][]>
}) {
  const formats = () => [...(props.picture ? (['png', 'svg'] as const) : []), 'csv' as const]
  const save = async (format: 'png' | 'svg' | 'csv') => {
    try {
      const file =
        format === 'csv' ? new Blob([csvOf(await props.rows())], CSV) : await props.picture!(format)
      download(file, props.name(format))
    } catch {
      showToast(t('files.failed'))
    }
  }

  return (
    <p class="save-as">
      <span>{t('files.saveAs')}</span>
      <For each={formats()}>
        {(format) => (
          <button
            type="button"
            class="link"
            aria-label={t('files.saveWhatAs', { what: props.what, format: format.toUpperCase() })}
            onClick={() => void save(format)}
          >
            {format.toUpperCase()}
          </button>
        )}
      </For>
    </p>
  )
}

const CSV = { type: 'text/csv;charset=utf-8' }
