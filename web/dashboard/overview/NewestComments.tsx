import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Overview } from './api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { GivenScores } from '../responses/GivenScores.tsx'
import { givenScoresOf, wordsOf } from '../responses/responseParts.ts'
import './newestComments.css'

type Comment = Overview['comments'][number]

/** The newest comments of all surveys, each with a link to its case or its day's comments. */
export default function NewestComments(props: { comments: Comment[] }) {
  return (
    <Show when={props.comments.length > 0}>
      <section aria-labelledby="newest-comments">
        <h2 id="newest-comments" class="subtitle">
          {t('overview.comments')}
        </h2>
        <ul class="newest-comments">
          <For each={props.comments}>{(comment) => <CommentRow comment={comment} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function CommentRow(props: { comment: Comment }) {
  const session = useSession()
  const survey = () => session.surveys.find(({ id }) => id === props.comment.surveyId)
  const words = () => wordsOf(props.comment)[0] ?? props.comment.additions[0]?.text
  return (
    <li class="newest-comment">
      <GivenScores response={{ answers: mainScoreOf(props.comment) }} />
      <div class="newest-comment__body">
        <A
          class="newest-comment__words"
          href={addressOf(props.comment, mayFollowUp(session))}
          dir="auto"
          lang={props.comment.language ?? undefined}
        >
          {words()}
        </A>
        <p class="metadata">
          <span>
            <bdi>{survey()?.name}</bdi>
          </span>
          <time
            datetime={new Date(props.comment.answeredAt).toISOString()}
            title={format.instant(locale(), session.workspace.timeZone, props.comment.answeredAt)}
          >
            {format.ago(locale(), props.comment.answeredAt, Date.now())}
          </time>
        </p>
      </div>
    </li>
  )
}

/** One score fits beside two lines of words. */
function mainScoreOf({ answers }: Comment): Comment['answers'] {
  const [main] = givenScoresOf({ answers })
  return answers.filter(({ ask, value }) => ask === main?.ask && value === main.value).slice(0, 1)
}

/** A comment's case, for those who follow up; else the day's comments with the same score. */
function addressOf(comment: Comment, isLead: boolean): string {
  const { surveyId, day, followUp, answers } = comment
  if (isLead && followUp) return `/follow-ups/${followUp.id}`
  const search = new URLSearchParams({ comments: 'true', range: 'custom', from: day, to: day })
  const [main] = mainScoreOf({ ...comment, answers })
  if (main) {
    search.set('question', main.question)
    search.set('score', String(main.value))
  }
  return `/surveys/${surveyId}/responses?${search}`
}
