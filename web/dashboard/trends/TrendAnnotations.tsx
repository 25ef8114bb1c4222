import { createSignal, For, Show } from 'solid-js'
import IconPencil from '~icons/lucide/pencil'
import IconTrash from '~icons/lucide/trash-2'
import type { Scores } from '../base/api.ts'
import type { Annotation, Annotations } from '../scores/api.ts'
import { addAnnotation, changeAnnotation, restoreAnnotation, removeAnnotation } from './api.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import { dayInWords } from '../watching/alertWords.ts'
import { shiftInWords, versionInWords, type Shift } from '../scores/flags.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { say } from '../base/toast.ts'
import { AnnotationForm } from './AnnotationForm.tsx'
import './trendAnnotations.css'

type Told = {
  day: string
  kind: 'annotation' | 'version' | 'up' | 'down'
  text: string
  annotation?: Annotation
}

/** What happened in the time shown, in words: the team's annotations, new versions, lasting changes. */
export function TrendAnnotations(props: {
  surveyId: string
  scores: Scores
  found: Annotations
  shifts: Shift[]
  onChanged: () => void
}) {
  const session = useSession()
  // The id of the annotation that is being changed, or 'new'.
  const [open, setOpen] = createSignal<string | null>(null)
  let add: HTMLButtonElement | undefined
  const told = (): Told[] =>
    [
      ...props.found.annotations.map((annotation) => ({
        ...annotation,
        kind: 'annotation' as const,
        annotation,
      })),
      ...props.found.versions.map(({ day, version }) => ({
        day,
        kind: 'version' as const,
        text: versionInWords(version),
      })),
      ...props.shifts.map((shift) => ({
        day: shift.since,
        kind: shift.direction,
        text: changeInWords(props.scores.metric, shift),
      })),
    ]
      .filter(({ day }) => props.scores.from <= day && day <= props.scores.to)
      .toSorted((a, b) => b.day.localeCompare(a.day))

  const close = () => {
    setOpen(null)
    queueMicrotask(() => add?.focus())
  }
  const keep = async (given: { day: string; text: string }, annotation?: Annotation) => {
    await (annotation
      ? changeAnnotation(props.surveyId, annotation.id, given)
      : addAnnotation(props.surveyId, given))
    props.onChanged()
    close()
    say(t('marks.kept', { day: format.day(locale(), given.day) }))
  }
  const remove = async ({ id, text }: Annotation) => {
    try {
      await removeAnnotation(props.surveyId, id)
      props.onChanged()
      add?.focus()
      say(t('marks.removed', { text }), () => void putBack(id))
    } catch {
      say(t('marks.failed'))
    }
  }
  const putBack = async (id: string) => {
    try {
      await restoreAnnotation(props.surveyId, id)
      props.onChanged()
    } catch {
      say(t('marks.failed'))
    }
  }

  return (
    <section class="trend-annotations" aria-labelledby="happened">
      <div class="heading">
        <h2 id="happened" class="subtitle">
          {t('marks.title')}
        </h2>
        <Show when={mayFollowUp(session) && open() !== 'new'}>
          <button
            ref={(element) => (add = element)}
            type="button"
            class="button"
            onClick={() => setOpen('new')}
          >
            {t('marks.add')}
          </button>
        </Show>
      </div>
      <Show when={open() === 'new'}>
        <AnnotationForm day={props.scores.to} text="" onKeep={keep} onClose={close} />
      </Show>
      <Show
        when={told().length > 0}
        fallback={<p class="quiet">{t(mayFollowUp(session) ? 'marks.empty' : 'marks.none')}</p>}
      >
        <ul>
          <For each={told()}>
            {(each) => (
              <li>
                <Show
                  when={
                    each.annotation && open() === each.annotation.id ? each.annotation : undefined
                  }
                  fallback={
                    <Happened
                      told={each}
                      mayChange={mayFollowUp(session)}
                      onEdit={setOpen}
                      onRemove={(annotation) => void remove(annotation)}
                    />
                  }
                >
                  {(annotation) => (
                    <AnnotationForm
                      day={annotation().day}
                      text={annotation().text}
                      onKeep={(given) => keep(given, annotation())}
                      onClose={close}
                    />
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function changeInWords(metric: Metric, shift: Shift): string {
  const change = shiftInWords(metric, shift)
  const { from, to } = shift.onset ?? { from: shift.since, to: shift.since }
  return from === to
    ? t('marks.shift', { change })
    : t('marks.shiftOneOf', { change, from: dayInWords(from), to: dayInWords(to) })
}

function Happened(props: {
  told: Told
  mayChange: boolean
  onEdit: (id: string) => void
  onRemove: (annotation: Annotation) => void
}) {
  return (
    <div class="trend-annotations__row" data-kind={props.told.kind}>
      <span class="trend-annotations__day">{format.day(locale(), props.told.day)}</span>
      <span class="trend-annotations__text">
        <bdi>{props.told.text}</bdi>{' '}
        <Show when={props.told.annotation}>
          {(annotation) => (
            <bdi class="quiet" title={t('marks.by')}>
              {annotation().by}
            </bdi>
          )}
        </Show>
      </span>
      <Show when={props.mayChange && props.told.annotation}>
        {(annotation) => (
          <span class="trend-annotations__actions">
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={t('marks.edit', { text: annotation().text })}
              onClick={() => props.onEdit(annotation().id)}
            >
              <IconPencil aria-hidden="true" />
            </button>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={t('marks.remove', { text: annotation().text })}
              onClick={() => props.onRemove(annotation())}
            >
              <IconTrash aria-hidden="true" />
            </button>
          </span>
        )}
      </Show>
    </div>
  )
}
