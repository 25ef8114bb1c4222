import { For, Show } from 'solid-js'
import { versions } from '../model/api.ts'
import { useEditor } from '../model/editor.ts'
import * as format from '../../base/format.ts'
import { locale, plural, t } from '../../base/i18n.ts'
import { createLoad } from '../../base/load.ts'
import { useSession } from '../../base/session.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Differences } from './Differences.tsx'
import './versions.css'

/** The published versions, with when, by whom, and what changed. */
export function Versions() {
  const editor = useEditor()
  const session = useSession()
  const loaded = createLoad(
    () => editor.onServer().version,
    () => versions(editor.survey.id),
  )
  return (
    <section class="published-versions">
      <h2 class="subtitle">{t('publishing.versions.title')}</h2>
      <Loaded of={loaded} skeleton={<Skeleton shape="list" />}>
        {(found) => (
          <ol>
            <For each={found()}>
              {(each) => (
                <li>
                  <details class="details">
                    <summary>
                      {t('publishing.versions.nth', {
                        version: format.count(locale(), each.version),
                      })}
                    </summary>
                    <Show
                      when={each.differences.length > 0}
                      fallback={<p class="quiet">{t('publishing.versions.begin')}</p>}
                    >
                      <Differences list={each.differences} draft={editor.draft()} />
                    </Show>
                  </details>
                  <p class="metadata">
                    <span>
                      {format.instant(locale(), session.workspace.timeZone, each.publishedAt)}
                    </span>
                    <Show when={each.publishedBy}>
                      <bdi>{each.publishedBy}</bdi>
                    </Show>
                    <span>{plural('answers', each.answers)}</span>
                  </p>
                </li>
              )}
            </For>
          </ol>
        )}
      </Loaded>
    </section>
  )
}
