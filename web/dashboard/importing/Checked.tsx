import { Show } from 'solid-js'
import { plural, t } from '../base/i18n.ts'
import type { ImportFile, ImportSettings } from './api.ts'
import { CasesChoice } from './CasesChoice.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { FileSettings } from './FileSettings.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { Problems } from './Problems.tsx'
import { Summary } from './Summary.tsx'

/** A file before it is stored: what is wrong, what would be stored, and how to correct it. */
export function Checked(props: {
  file: ImportFile
  onChange: (changes: Partial<ImportSettings>) => void
  onStart: (skipRejected: boolean) => Promise<void>
}) {
  const preview = () => props.file.preview
  const isChecking = () => props.file.state === 'checking'
  const changeRole = (column: string, role: string) => {
    const { [column]: _, ...others } = props.file.settings.columns ?? {}
    props.onChange({ columns: role ? { ...others, [column]: role } : others })
  }

  return (
    <>
      <Show when={isChecking()}>
        <ImportProgress file={props.file} />
      </Show>
      <Show when={!isChecking()}>
        <Problems file={props.file} />
      </Show>
      <Show when={preview()}>{(found) => <Summary preview={found()} />}</Show>
      <div class="imports__parts" aria-busy={isChecking()}>
        <Show when={props.file.columns.length}>
          <ColumnsTable
            columns={props.file.columns}
            questions={props.file.questions}
            settings={props.file.settings}
            onChoose={changeRole}
          />
        </Show>
        <FileSettings file={props.file} onChange={props.onChange} />
        <Show when={preview()}>
          {(found) => <PreviewTable preview={found()} questions={props.file.questions} />}
        </Show>
        <Show when={preview()}>
          {(found) => (
            <CasesChoice
              chosen={props.file.settings.followUps ?? 'recent'}
              counts={found().followUps}
              onChoose={(followUps) => props.onChange({ followUps })}
            />
          )}
        </Show>
      </div>
      <Show when={preview()}>
        {(found) => (
          <div class="imports__start">
            <Show
              when={found().new > 0}
              fallback={<p class="quiet">{!found().rejected.count && t('importing.nothingNew')}</p>}
            >
              <Show
                when={!found().isCut}
                fallback={<p class="field__error">{t('importing.cut')}</p>}
              >
                <button
                  type="button"
                  class="button"
                  data-kind="primary"
                  disabled={props.file.state !== 'ready'}
                  onClick={() => void props.onStart(found().rejected.count > 0)}
                >
                  {plural(
                    found().rejected.count ? 'importing.startRest' : 'importing.start',
                    found().new,
                  )}
                </button>
              </Show>
            </Show>
          </div>
        )}
      </Show>
    </>
  )
}
