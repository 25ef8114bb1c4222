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
import { showToast } from '../base/toast.ts'
import { AnnotationForm } from './AnnotationForm.tsx'
import './trendAnnotations.css'

type TrendEvent = {
  day: string
  kind: 'annotation' | 'version' | 'up' | 'down'
  text: string
  annotation?: Annotation
}

/** The events of a trend's days: annotations, new versions and shifts. */
export function TrendAnnotations(props: {
  surveyId: string
  scores: Scores
  found: Annotations
  shifts: Shift[]
  onChanged: () => void
}) {
  const session = useSession()
  // The id of the annotation being edited, or 'new'.
  const [open, setOpen] = createSignal<string | null>(null)
  let add: HTMLButtonElement | undefined
  const events = (): TrendEvent[] =>
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
  const save = async (input: { day: string; text: string }, annotation?: Annotation) => {
    await (annotation
      ? changeAnnotation(props.surveyId, annotation.id, input)
      : addAnnotation(props.surveyId, input))
    props.onChanged()
    close()
    showToast(t('annotations.saved', { day: format.day(locale(), input.day) }))
  }
  const remove = async ({ id, text }: Annotation) => {
    try {
      await removeAnnotation(props.surveyId, id)
      props.onChanged()
      add?.focus()
      showToast(t('annotations.removed', { text }), () => void restore(id))
    } catch {
      showToast(t('annotations.failed'))
    }
  }
  const restore = async (id: string) => {
    try {
      await restoreAnnotation(props.surveyId, id)
      props.onChanged()
    } catch {
      showToast(t('annotations.failed'))
    }
  }

  return (
    <section class="trend-annotations" aria-labelledby="happened">
      <div class="heading">
        <h2 id="happened" class="subtitle">
          {t('annotations.title')}
        </h2>
        <Show when={mayFollowUp(session) && open() !== 'new'}>
          <button
            ref={(element) => (add = element)}
            type="button"
            class="button"
            onClick={() => setOpen('new')}
          >
            {t('annotations.add')}
          </button>
        </Show>
      </div>
      <Show when={open() === 'new'}>
        <AnnotationForm day={props.scores.to} text="" onSave={save} onClose={close} />
      </Show>
      <Show
        when={events().length > 0}
        fallback={
          <p class="quiet">{t(mayFollowUp(session) ? 'annotations.empty' : 'annotations.none')}</p>
        }
      >
        <ul>
          <For each={events()}>
            {(event) => (
              <li>
                <Show
                  when={
                    event.annotation && open() === event.annotation.id
                      ? event.annotation
                      : undefined
                  }
                  fallback={
                    <EventRow
                      event={event}
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
                      onSave={(input) => save(input, annotation())}
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
    ? t('annotations.shift', { change })
    : t('annotations.shiftOneOf', { change, from: dayInWords(from), to: dayInWords(to) })
}

function EventRow(props: {
  event: TrendEvent
  mayChange: boolean
  onEdit: (id: string) => void
  onRemove: (annotation: Annotation) => void
}) {
  return (
    <div class="trend-annotations__row" data-kind={props.event.kind}>
      <span class="trend-annotations__day">{format.day(locale(), props.event.day)}</span>
      <span class="trend-annotations__text">
        <bdi>{props.event.text}</bdi>{' '}
        <Show when={props.event.annotation}>
          {(annotation) => (
            <bdi class="quiet" title={t('annotations.by')}>
              {annotation().by}
            </bdi>
          )}
        </Show>
      </span>
      <Show when={props.mayChange && props.event.annotation}>
        {(annotation) => (
          <span class="trend-annotations__actions">
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={t('annotations.edit', { text: annotation().text })}
              onClick={() => props.onEdit(annotation().id)}
            >
              <IconPencil aria-hidden="true" />
            </button>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={t('annotations.remove', { text: annotation().text })}
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
