import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { base } from '../base/path.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import type { ImportFile, ImportPreview } from './api.ts'

/** The server's words for a part of the file → what can be done about it on this screen. */
const ADVICE = {
  map: 'map',
  dates: 'dates',
  date: 'date',
  'time-zone': 'timeZone',
  encoding: 'encoding',
  import: 'import',
} as const

/** What has to be decided or checked before the file is stored, most important first. */
export function Problems(props: { file: ImportFile }) {
  const isAboutSurvey = () =>
    props.file.problems.some(({ field }) => field.startsWith('definition'))
  const advice = () => {
    const [first] = props.file.problems
    if (isAboutSurvey()) return t('importing.advice.survey')
    const known = ADVICE[first?.field as keyof typeof ADVICE]
    const isMapped = props.file.columns.length && /column|score|comment/.test(first?.message ?? '')
    return t(`importing.advice.${known ?? (isMapped ? 'map' : 'file')}`)
  }
  return (
    <>
      <Show when={props.file.problems.length}>
        <div class="imports__problem" role="alert">
          <h3 class="subtitle">{t('importing.refused')}</h3>
          <Show
            when={!isAboutSurvey()}
            fallback={
              <p>
                <A href={`/surveys/${props.file.surveyId}/edit`}>{advice()}</A>
              </p>
            }
          >
            <For each={props.file.problems}>{(problem) => <Reason text={problem.message} />}</For>
            <p>{advice()}</p>
          </Show>
        </div>
      </Show>
      <Show when={props.file.preview}>
        {(preview) => <Doubts id={props.file.id} preview={preview()} />}
      </Show>
    </>
  )
}

/** Reasons are about the file's own words, and come in English. */
const Reason = (props: { text: string }) => (
  <p lang="en" dir="ltr">
    {props.text}
  </p>
)

function Doubts(props: { id: string; preview: ImportPreview }) {
  return (
    <>
      <Lines
        title={plural('importing.rejected', props.preview.rejected.count)}
        lines={props.preview.rejected}
        list={`${base}/api/v1/import-files/${props.id}/lists/rejected`}
      />
      <Show when={props.preview.damaged.count}>
        {(n) => (
          <Lines
            title={plural('importing.damagedCells', n())}
            lines={{
              count: n(),
              first: props.preview.damaged.first.map(({ line, column, text }) => ({
                line,
                reasons: [`${column}: ${text}`],
              })),
            }}
          />
        )}
      </Show>
      <Lines
        title={plural('importing.changed', props.preview.changed.count)}
        lines={props.preview.changed}
        list={`${base}/api/v1/import-files/${props.id}/lists/changed`}
      />
      <Show when={props.preview.warnings.length}>
        <div class="imports__problem">
          <h3 class="subtitle">{t('importing.warnings')}</h3>
          <For each={props.preview.warnings}>{(text) => <Reason text={text} />}</For>
        </div>
      </Show>
    </>
  )
}

const SHOWN = 5

/** Rows with their lines and reasons, and all of them as a file. */
function Lines(props: { title: string; lines: ImportPreview['rejected']; list?: string }) {
  const more = () => props.lines.count - Math.min(SHOWN, props.lines.first.length)
  return (
    <Show when={props.lines.count}>
      <div class="imports__problem">
        <h3 class="subtitle">{props.title}</h3>
        <ul>
          <For each={props.lines.first.slice(0, SHOWN)}>
            {({ line, reasons }) => (
              <li class="imports__line">
                <strong>{t('importing.line', { n: format.count(locale(), line) })}</strong>{' '}
                <bdi lang="en">{reasons.join('; ')}</bdi>
              </li>
            )}
          </For>
        </ul>
        <Show when={more() > 0}>
          <p class="quiet">{plural('importing.andMore', more())}</p>
        </Show>
        <Show when={props.list}>
          {(href) => (
            <p>
              <a href={href()} download="">
                {t('importing.download')} (CSV)
              </a>
            </p>
          )}
        </Show>
      </div>
    </Show>
  )
}
