import { useSearchParams } from '@solidjs/router'
import { createMemo, For, Match, Switch } from 'solid-js'
import { AUDIT_ACTIONS } from '../../../surveys/auditActions.ts'
import { t } from '../base/i18n.ts'
import { createPaged } from '../base/paged.ts'
import { Choice } from '../ui/Choice.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { auditLog } from './api.ts'
import { AuditRow } from './AuditRow.tsx'
import './audit.css'

/** Who signed in, saw names, exported, and changed people, keys and settings. */
export default function AuditLog() {
  const [params, setParams] = useSearchParams<{ action?: string; actor?: string }>()
  const query = createMemo(() => ({
    ...(params.action && { action: params.action }),
    ...(params.actor && { actor: params.actor }),
  }))
  const list = createPaged(query, async (filter, cursor) => {
    const page = await auditLog({ ...filter, ...(cursor && { cursor }) })
    return { rows: page.entries, next: page.next }
  })
  const isFiltered = () => Object.keys(query()).length > 0
  const clear = () => setParams({ action: undefined, actor: undefined })

  return (
    <section class="audit">
      <p class="quiet">{t('audit.help')}</p>
      <div class="audit__head">
        <Choice
          label={t('audit.action')}
          value={params.action ?? ''}
          options={[
            { value: '', text: t('audit.allActions') },
            ...AUDIT_ACTIONS.map((value) => ({ value, text: t(`audit.actions.${value}`) })),
          ]}
          onChoose={(action) => setParams({ action: action || undefined })}
        />
        {isFiltered() && (
          <button type="button" class="button" onClick={clear}>
            {t('audit.clear')}
          </button>
        )}
        <ExportLink path="/api/v1/audit-log.csv" query={query()} />
      </div>
      <Switch>
        <Match when={list.error()}>
          <ErrorState error={list.error()} retry={() => void list.again()} />
        </Match>
        <Match when={list.busy() === 'first'}>
          <Skeleton shape="list" />
        </Match>
        <Match when={list.rows.length === 0}>
          <EmptyState title={t('audit.empty')} help={t('audit.emptyHelp')} />
        </Match>
        <Match when={true}>
          <ol class="audit__entries" aria-busy={list.busy() === 'changed'}>
            <For each={list.rows}>
              {(entry) => <AuditRow entry={entry} onActor={(actor) => setParams({ actor })} />}
            </For>
          </ol>
          <MoreRows of={list} />
        </Match>
      </Switch>
    </section>
  )
}
