import { createSignal, For, Show } from 'solid-js'
import IconPencil from '~icons/lucide/pencil'
import IconTrash from '~icons/lucide/trash-2'
import {
  addMark,
  changeMark,
  putMarkBack,
  removeMark,
  type Mark,
  type Marks,
  type Scores,
} from '../base/api.ts'
import type { Metric } from '../../../surveys/scoring/metrics.ts'
import { dayInWords } from '../watching/alertWords.ts'
import { shiftInWords, versionInWords, type Shift } from '../scores/flags.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { say } from '../base/toast.ts'
import { MarkForm } from './MarkForm.tsx'

type Told = { day: string; kind: 'mark' | 'version' | 'up' | 'down'; text: string; mark?: Mark }

/** What happened in the time shown, in words: the team's marks, new versions, lasting changes. */
export function TrendMarks(props: {
  surveyId: string
  scores: Scores
  found: Marks
  shifts: Shift[]
  onChanged: () => void
}) {
  const session = useSession()
  // The id of the mark that is being changed, or 'new'.
  const [open, setOpen] = createSignal<string | null>(null)
  let add: HTMLButtonElement | undefined
  const told = (): Told[] =>
    [
      ...props.found.marks.map((mark) => ({ ...mark, kind: 'mark' as const, mark })),
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
  const keep = async (given: { day: string; text: string }, mark?: Mark) => {
    await (mark ? changeMark(props.surveyId, mark.id, given) : addMark(props.surveyId, given))
    props.onChanged()
    close()
    say(t('marks.kept', { day: format.day(locale(), given.day) }))
  }
  const remove = async ({ id, text }: Mark) => {
    try {
      await removeMark(props.surveyId, id)
      props.onChanged()
      add?.focus()
      say(t('marks.removed', { text }), () => void putBack(id))
    } catch {
      say(t('marks.failed'))
    }
  }
  const putBack = async (id: string) => {
    try {
      await putMarkBack(props.surveyId, id)
      props.onChanged()
    } catch {
      say(t('marks.failed'))
    }
  }

  return (
    <section class="happened" aria-labelledby="happened">
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
        <MarkForm day={props.scores.to} text="" onKeep={keep} onClose={close} />
      </Show>
      <Show
        when={told().length > 0}
        fallback={<p class="quiet">{t(mayFollowUp(session) ? 'marks.empty' : 'marks.none')}</p>}
      >
        <ul class="happened__list">
          <For each={told()}>
            {(each) => (
              <li>
                <Show
                  when={each.mark && open() === each.mark.id ? each.mark : undefined}
                  fallback={
                    <Happened
                      told={each}
                      mayChange={mayFollowUp(session)}
                      onEdit={setOpen}
                      onRemove={(mark) => void remove(mark)}
                    />
                  }
                >
                  {(mark) => (
                    <MarkForm
                      day={mark().day}
                      text={mark().text}
                      onKeep={(given) => keep(given, mark())}
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
  onRemove: (mark: Mark) => void
}) {
  return (
    <div class="happened__row" data-kind={props.told.kind}>
      <span class="happened__day">{format.day(locale(), props.told.day)}</span>
      <span class="happened__text">
        <bdi>{props.told.text}</bdi>{' '}
        <Show when={props.told.mark}>
          {(mark) => (
            <bdi class="quiet" title={t('marks.by')}>
              {mark().by}
            </bdi>
          )}
        </Show>
      </span>
      <Show when={props.mayChange && props.told.mark}>
        {(mark) => (
          <span class="happened__actions">
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={t('marks.edit', { text: mark().text })}
              onClick={() => props.onEdit(mark().id)}
            >
              <IconPencil aria-hidden="true" />
            </button>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={t('marks.remove', { text: mark().text })}
              onClick={() => props.onRemove(mark())}
            >
              <IconTrash aria-hidden="true" />
            </button>
          </span>
        )}
      </Show>
    </div>
  )
}
