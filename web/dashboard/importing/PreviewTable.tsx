import { For, Show } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { questionText, useSession } from '../base/session.ts'
import type { ImportFile, ImportPreview } from './api.ts'

/** The first rows as they will be stored. */
export function PreviewTable(props: {
  preview: ImportPreview
  questions: ImportFile['questions']
}) {
  const session = useSession()
  const keysOf = (of: 'answers' | 'properties') => [
    ...new Set(props.preview.first.flatMap((row) => Object.keys(row[of]))),
  ]
  const heading = (id: string) => {
    const ask = props.questions.find((question) => question.id === id)?.ask
    return ask ? questionText(session, ask) : id
  }

  return (
    <Show when={props.preview.first.length}>
      <section>
        <h3 class="subtitle">{t('importing.preview')}</h3>
        <p class="quiet">{t('importing.previewHelp')}</p>
        <div class="scroll" tabindex="0" role="region" aria-label={t('importing.preview')}>
          <table class="table imports__preview">
            <thead>
              <tr>
                <th scope="col">{t('importing.date')}</th>
                <For each={keysOf('answers')}>{(id) => <th scope="col">{heading(id)}</th>}</For>
                <th scope="col">{t('importing.roles.customer')}</th>
                <For each={keysOf('properties')}>
                  {(name) => (
                    <th scope="col">
                      <bdi>{name}</bdi>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.preview.first}>
                {(row) => (
                  <tr>
                    <td>{format.instant(locale(), session.workspace.timeZone, row.answeredAt)}</td>
                    <For each={keysOf('answers')}>{(id) => <Cell text={row.answers[id]} />}</For>
                    <Cell text={row.customer.join(', ')} />
                    <For each={keysOf('properties')}>
                      {(name) => <Cell text={row.properties[name]} />}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </section>
    </Show>
  )
}

/** A stored value; one with letters that were lost says so. */
function Cell(props: { text: string | undefined }) {
  const isDamaged = () => props.text?.includes('\ufffd')
  return (
    <td data-doubtful={isDamaged()}>
      <bdi>{props.text || '–'}</bdi>
      <Show when={isDamaged()}>
        <span class="imports__mark">⚠ {t('importing.damaged')}</span>
      </Show>
    </td>
  )
}
