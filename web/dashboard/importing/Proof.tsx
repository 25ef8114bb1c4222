import { A } from '@solidjs/router'
import { createSignal, For, onMount, Show } from 'solid-js'
import { base } from '../base/path.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { ScoreFigure } from '../scores/ScoreFigure.tsx'
import type { ImportFile } from './api.ts'
import { UndoDialog } from './UndoDialog.tsx'

const COUNTS = ['stored', 'existing', 'rejectedRows', 'unanswered', 'excluded'] as const

/** The result of an import: counts that add up, the score before and after, and its undoing. */
export function Proof(props: { file: ImportFile; refresh: () => Promise<void> }) {
  const [isUndoing, setIsUndoing] = createSignal(false)
  const [isUndone, setIsUndone] = createSignal(false)
  onMount(() => void props.refresh())
  const days = () => props.file.preview?.days
  const at = (view: 'responses' | 'trends') => {
    const found = days()
    const query = found ? `?range=custom&from=${found.from}&to=${found.to}` : ''
    return `/surveys/${props.file.surveyId}/${view}${query}`
  }
  const undone = () => {
    setIsUndone(true)
    void props.refresh()
  }

  return (
    <>
      <Show when={props.file.report}>
        {(report) => {
          const countOf = (what: (typeof COUNTS)[number]) =>
            what === 'rejectedRows' ? report().rejected : report()[what]
          return (
            <>
              <p class="imports__count" role="status">
                {plural('importing.imported', report().stored)}
              </p>
              <Show when={report().publishedNow}>
                <p>
                  {t('importing.published')} <A href="/surveys">{t('importing.toSurveys')}</A>
                </p>
              </Show>
              <dl class="imports__proof">
                <Figure label={t('importing.rows')} n={report().rows} />
                <For each={COUNTS.filter((what) => what === 'stored' || countOf(what) > 0)}>
                  {(what) => <Figure label={t(`importing.${what}`)} n={countOf(what)} />}
                </For>
                <Figure label={t('importing.opened')} n={report().followUps} />
                <div>
                  <dt>{t('importing.fileScore')}</dt>
                  <dd>
                    <Show when={props.file.preview}>
                      {(preview) => <ScoreFigure score={preview().score} size="row" />}
                    </Show>
                  </dd>
                </div>
                <div>
                  <dt>{t('importing.storedScore')}</dt>
                  <dd>
                    <ScoreFigure score={report().score} size="row" />
                  </dd>
                </div>
              </dl>
              <Show when={report().rejected}>
                <p>
                  <a
                    href={`${base}/api/v1/import-files/${props.file.id}/lists/rejected`}
                    download=""
                  >
                    {t('importing.download')} (CSV)
                  </a>
                </p>
              </Show>
            </>
          )
        }}
      </Show>
      <Show
        when={!isUndone()}
        fallback={
          <>
            <p role="status">{t('importing.undoStarted')}</p>
            <p>
              <A href="/settings/imports">{t('importing.back')}</A>
            </p>
          </>
        }
      >
        <p class="imports__actions">
          <A class="button" data-kind="primary" href={at('responses')}>
            {t('importing.see')}
          </A>
          <A class="button" href={at('trends')}>
            {t('importing.trend')}
          </A>
          <button type="button" class="button" onClick={() => setIsUndoing(true)}>
            {t('importing.undo')}
          </button>
          <A href="/settings/imports">{t('importing.back')}</A>
        </p>
      </Show>
      <Show when={isUndoing() && props.file.importId}>
        {(id) => <UndoDialog id={id()} onUndone={undone} onClose={() => setIsUndoing(false)} />}
      </Show>
    </>
  )
}

function Figure(props: { label: string; n: number }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{format.count(locale(), props.n)}</dd>
    </div>
  )
}
