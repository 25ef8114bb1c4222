import { createEffect, createSignal, For, Show, type ParentProps } from 'solid-js'
import { t } from '../base/i18n.ts'
import { Choice } from '../ui/Choice.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ImportFile, ImportSettings } from './api.ts'

const ENCODINGS = [
  'utf-8',
  'windows-1250',
  'windows-1252',
  'windows-1255',
  'iso-8859-2',
  'utf-16le',
]
const FIELDS = ['timeZone', 'date', 'sheet'] as const
type Field = (typeof FIELDS)[number]

/** How the file is read: what is recognised, or what is set instead. */
export function FileSettings(props: {
  file: ImportFile
  onChange: (changes: Partial<ImportSettings>) => void
}) {
  const isAsked = () =>
    props.file.problems.some(({ field }) => /^(date|dates|time-zone|encoding|sheet)$/.test(field))
  const order = () => props.file.settings.dates ?? ''
  const labels: Record<Field, () => string> = {
    timeZone: () => t('importing.timeZone'),
    date: () => t('importing.allDates'),
    sheet: () => t('importing.sheet'),
  }

  return (
    <Section isAsked={isAsked()}>
      <Choice
        label={t('importing.dates')}
        value={order()}
        options={[
          { value: '', text: t('importing.automatic') },
          { value: 'day-first', text: t('importing.orders.dayFirst') },
          { value: 'month-first', text: t('importing.orders.monthFirst') },
        ]}
        onChoose={(dates) =>
          props.onChange({ dates: (dates || undefined) as ImportSettings['dates'] })
        }
      />
      <Choice
        label={t('importing.encoding')}
        value={props.file.settings.encoding ?? ''}
        options={[
          { value: '', text: t('importing.automatic') },
          ...ENCODINGS.map((value) => ({ value, text: value })),
        ]}
        onChoose={(encoding) => props.onChange({ encoding: encoding || undefined })}
      />
      <For each={FIELDS}>
        {(field) => (
          <Setting
            label={labels[field]()}
            value={props.file.settings[field] ?? ''}
            example={{ timeZone: 'Europe/Prague', date: '2026-11-01', sheet: '' }[field]}
            onSet={(value) => props.onChange({ [field]: value || undefined })}
          />
        )}
      </For>
    </Section>
  )
}

/** Opens when something in it is asked for. */
function Section(props: ParentProps<{ isAsked: boolean }>) {
  const [isOpen, setIsOpen] = createSignal(false)
  createEffect(() => props.isAsked && setIsOpen(true))
  return (
    <details
      class="details"
      open={isOpen()}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{t('importing.settings')}</summary>
      <div class="imports__settings">{props.children}</div>
    </details>
  )
}

/** A text that takes effect when it is left or confirmed. */
function Setting(props: {
  label: string
  value: string
  example: string
  onSet: (value: string) => void
}) {
  const [text, setText] = createSignal<string | null>(null)
  const apply = (event: SubmitEvent) => {
    event.preventDefault()
    const value = text()?.trim()
    if (value !== undefined && value !== props.value) props.onSet(value)
  }
  return (
    <form class="imports__setting" onSubmit={apply}>
      <TextField
        label={props.label}
        optional
        value={text() ?? props.value}
        {...(props.example && { help: props.example })}
        onInput={setText}
      />
      <Show when={text() !== null && text() !== props.value}>
        <button type="submit" class="button">
          {t('importing.apply')}
        </button>
      </Show>
    </form>
  )
}
