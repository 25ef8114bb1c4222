import { A, useParams } from '@solidjs/router'
import { Match, Show, Switch, untrack } from 'solid-js'
import { ApiError } from '../base/client.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { startImport, stopImport, type ImportFile as Imported } from './api.ts'
import { Checked } from './Checked.tsx'
import { followImportFile } from './importFile.ts'
import { ImportProgress } from './ImportProgress.tsx'
import { Proof } from './Proof.tsx'
import './importing.css'

/** An uploaded file on its way into a survey: checked, corrected, stored, proven. */
export default function ImportFile() {
  const params = useParams<{ id: string }>()
  return (
    <section class="imports">
      <Show when={params.id} keyed>
        {(id) => <Followed id={id} />}
      </Show>
    </section>
  )
}

function Followed(props: { id: string }) {
  const session = useSession()
  const id = untrack(() => props.id)
  const followed = followImportFile(id)
  const isGone = () => {
    const error = followed.error()
    return error instanceof ApiError && error.status === 404
  }
  const start = (skipRejected: boolean) => followed.attempt(startImport(id, { skipRejected }))

  return (
    <Switch fallback={<Skeleton shape="list" />}>
      <Match when={isGone()}>
        <Ended title={t('importing.gone')} help={t('importing.goneHelp')} />
      </Match>
      <Match when={followed.error() && !followed.file()}>
        <ErrorState error={followed.error()} retry={() => void followed.load()} />
      </Match>
      <Match when={followed.file()}>
        {(file) => (
          <>
            <Head file={file()} />
            <Show when={followed.error()}>
              {(error) => (
                <p class="field__error" role="alert">
                  {reasonOf(error())}
                </p>
              )}
            </Show>
            <Switch
              fallback={
                <Checked
                  file={file()}
                  onChange={(changes) => void followed.change(changes)}
                  onStart={start}
                />
              }
            >
              <Match when={file().state === 'storing' || file().state === 'stopping'}>
                <ImportProgress
                  file={file()}
                  onStop={() => void followed.attempt(stopImport(id))}
                />
              </Match>
              <Match when={file().state === 'stored'}>
                <Proof file={file()} refresh={() => session.refresh()} />
              </Match>
              <Match when={file().state === 'failed'}>
                <Ended title={t('importing.failed')} help={t('importing.failedHelp')} />
              </Match>
            </Switch>
          </>
        )}
      </Match>
    </Switch>
  )
}

function Head(props: { file: Imported }) {
  const session = useSession()
  const survey = () => session.surveys.find(({ id }) => id === props.file.surveyId)
  return (
    <div class="imports__head">
      <div>
        <h2 class="subtitle">
          <bdi>{props.file.fileName}</bdi>
        </h2>
        <p class="metadata">
          <Show when={survey()}>
            {(found) => (
              <span>
                <bdi>{found().name}</bdi>
              </span>
            )}
          </Show>
          <span>{format.size(locale(), props.file.size)}</span>
          <Show when={props.file.format}>
            {(words) => (
              <span lang="en" dir="ltr">
                {words()}
              </span>
            )}
          </Show>
        </p>
      </div>
      <Show when={!['storing', 'stopping', 'stored'].includes(props.file.state)}>
        <A class="button" href={`/settings/imports/new?survey=${props.file.surveyId}`}>
          {t('importing.another')}
        </A>
      </Show>
    </div>
  )
}

function Ended(props: { title: string; help: string }) {
  return (
    <EmptyState title={props.title} help={props.help}>
      <A class="button" data-kind="primary" href="/settings/imports/new">
        {t('importing.another')}
      </A>
      <A href="/settings/imports">{t('importing.back')}</A>
    </EmptyState>
  )
}

/** The server says why something can't be done; otherwise it can't be reached, or has a problem. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) return t('error.offline')
  return error.status === 400 || error.status === 409 ? error.message : t('error.server')
}
