import { createSignal, createUniqueId } from 'solid-js'
import IconUpload from '~icons/lucide/upload'
import { t } from '../base/i18n.ts'

const FORMATS = '.csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.gz'

/** Takes a dropped file, or one chosen with the button inside. */
export function DropZone(props: { onFile: (file: File) => void }) {
  const [isOver, setIsOver] = createSignal(false)
  const help = createUniqueId()
  let input!: HTMLInputElement
  const take = (files: FileList | null | undefined) => {
    setIsOver(false)
    const [file] = files ?? []
    if (file) props.onFile(file)
  }

  return (
    <div
      class="drop-zone"
      data-over={isOver()}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        take(event.dataTransfer?.files)
      }}
    >
      <IconUpload aria-hidden="true" />
      <p>{t('importing.drop')}</p>
      <button
        type="button"
        class="button"
        data-kind="primary"
        aria-describedby={help}
        onClick={() => input.click()}
      >
        {t('importing.choose')}
      </button>
      <input
        ref={(element) => (input = element)}
        type="file"
        class="visually-hidden"
        tabindex="-1"
        aria-hidden="true"
        accept={FORMATS}
        onChange={() => {
          take(input.files)
          input.value = ''
        }}
      />
      <p id={help} class="quiet">
        {t('importing.formats')}
      </p>
    </div>
  )
}
