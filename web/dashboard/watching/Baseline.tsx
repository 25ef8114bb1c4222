import { createSignal, For, Show } from 'solid-js'
import { dayInWords, shiftInWords, shiftWeeks, sinceInWords } from './alertWords.ts'
import type { Survey } from '../base/api.ts'
import { baseline, setBaseline, shifts, type Shift } from './api.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import { createLoad } from '../base/load.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

type BaselineState = Awaited<ReturnType<typeof read>>
type Event = BaselineState['log'][number]

async function read({ id, question }: { id: string; question: string }) {
  const [found, { log }] = await Promise.all([shifts(id, { question }), baseline(id, { question })])
  return { ...found, log }
}

/** The baseline and its history, with a button that makes the weeks since a shift the new one. */
export function Baseline(props: {
  survey: Survey
  question: string
  /** The address of everyone's answers on some days. */
  rows: (days: { from: string; to: string }) => string
}) {
  const session = useSession()
  const loaded = createLoad(() => ({ id: props.survey.id, question: props.question }), read)
  const [busy, setBusy] = createSignal(false)
  const set = async (days: { from: string; to?: string }, done: string, undo?: () => void) => {
    setBusy(true)
    try {
      await setBaseline(props.survey.id, { question: props.question, ...days })
      loaded.again()
      showToast(done, undo)
    } catch {
      showToast(t('watch.notSet'))
    }
    setBusy(false)
  }
  const accept = (state: BaselineState, { since }: Shift) => {
    const { from, to } = state.baseline!
    const back = () => void set({ from, to }, t('watch.setBack'))
    void set({ from: since }, t('watch.accepted', { day: dayInWords(since) }), back)
  }

  return (
    <section class="watch-baseline" aria-labelledby="baseline">
      <h3 id="baseline">{t('watch.baseline')}</h3>
      <Loaded of={loaded} skeleton={<Skeleton shape="list" />}>
        {(state) => (
          <>
            <Show when={state().baseline} fallback={<Waiting state={state()} />}>
              {(usual) => (
                <p>
                  <AnswersLink of={props.rows(usual())}>
                    {t('watch.against', {
                      score: format.score(locale(), state().metric, usual().score),
                      days: format.days(locale(), usual().from, usual().to),
                      answers: plural('answers', usual().n),
                    })}
                  </AnswersLink>{' '}
                  <span class="quiet">
                    {usual().by ? t('watch.setBy', { by: usual().by! }) : t('watch.setItself')}
                  </span>
                </p>
              )}
            </Show>
            <Show when={state().baseline && state().shifts.at(-1)}>
              {(shift) => (
                <>
                  <p>
                    {shiftInWords({ metric: state().metric, ...shift() })}.{' '}
                    <span class="quiet">
                      <AnswersLink of={props.rows(shiftWeeks(shift()))}>
                        {sinceInWords({ metric: state().metric, ...shift() })}
                      </AnswersLink>
                    </span>
                  </p>
                  <Show when={mayFollowUp(session)}>
                    <button
                      type="button"
                      class="button"
                      disabled={busy()}
                      aria-describedby="baseline-help"
                      onClick={() => accept(state(), shift())}
                    >
                      {t('watch.normal')}
                    </button>
                    <p id="baseline-help" class="field__help">
                      {t('watch.normalHelp')}
                    </p>
                  </Show>
                </>
              )}
            </Show>
            <Show when={state().log.length > 1}>
              <details>
                <summary>{t('watch.log')}</summary>
                <ul class="quiet">
                  <For each={state().log}>{(event) => <li>{eventInWords(event)}</li>}</For>
                </ul>
              </details>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}

function Waiting(props: { state: BaselineState }) {
  return (
    <Show when={props.state.waiting}>
      {(waiting) => (
        <p>
          {t('watch.waiting', {
            weeks: format.count(locale(), waiting().weeks),
            ofWeeks: format.count(locale(), waiting().needs.weeks),
            answers: format.count(locale(), waiting().answers),
            ofAnswers: format.count(locale(), waiting().needs.answers),
          })}
        </p>
      )}
    </Show>
  )
}

function eventInWords({ from, to, by, setAt }: Event): string {
  const days = to ? format.days(locale(), from, to) : t('watch.on', { day: dayInWords(from) })
  const when = format.ago(locale(), setAt, Date.now())
  return `${days} · ${by ?? t('watch.itself')} · ${when}`
}
