import { A } from '@solidjs/router'
import { For } from 'solid-js'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { useSession } from '../base/session.ts'
import type { QuestionResult } from './api.ts'
import './comments.css'

/** The newest texts, with a link to all of them, which can be searched there. */
export function Comments(props: { result: QuestionResult; rows: string }) {
  const session = useSession()
  return (
    <>
      <ul class="result-comments">
        <For each={props.result.comments}>
          {(comment) => (
            <li class="result-comment">
              <p class="result-comment__text" dir="auto" lang={comment.language ?? undefined}>
                {comment.text}
              </p>
              <p class="metadata">
                {comment.score === null ? null : (
                  <span>{t('filter.score', { score: format.count(locale(), comment.score) })}</span>
                )}
                <time
                  datetime={new Date(comment.answeredAt).toISOString()}
                  title={format.instant(locale(), session.workspace.timeZone, comment.answeredAt)}
                >
                  {format.ago(locale(), comment.answeredAt, Date.now())}
                </time>
              </p>
            </li>
          )}
        </For>
      </ul>
      <p>
        <A class="link" href={props.rows}>
          {t('results.searchComments')}
        </A>
      </p>
    </>
  )
}
