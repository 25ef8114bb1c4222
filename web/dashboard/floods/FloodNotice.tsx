import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import type { Flood } from './api.ts'
import { floodOf, reviewAll, overlap, undoAll, whenInWords } from './floods.ts'
import * as format from '../base/format.ts'
import { locale, plural, t } from '../base/i18n.ts'
import type { Load } from '../base/load.ts'
import { mayFollowUp, useSession, type Session } from '../base/session.ts'
import { showToast } from '../base/toast.ts'

/** Warns of excluded responses that look automatic: the latest flood, and on demand all of them. */
export function FloodNotice(props: {
  survey: Survey
  floods: Load<Flood[]>
  /** The flood whose responses are on screen; only this one can be reviewed. */
  reviewed?: string | null
}) {
  const [isOpen, setOpen] = createSignal(false)
  const found = () => {
    const { reviewed } = props
    const isThere = ['ready', 'refreshing'].includes(props.floods.resource.state)
    const all = (isThere && props.floods.resource.latest) || []
    return reviewed ? all.filter((flood) => overlap(flood, floodOf(reviewed))) : all
  }
  const shown = () => (isOpen() ? found() : found().slice(0, 1))
  return (
    <>
      <Show when={props.floods.resource.error}>
        <p class="quiet" role="status">
          {t('floods.notLoaded')}{' '}
          <button type="button" class="link" onClick={() => props.floods.again()}>
            {t('error.retry')}
          </button>
        </p>
      </Show>
      <Show when={found().length > 0}>
        <section class="flood-notice" aria-label={t('floods.label')}>
          <ul>
            <For each={shown()}>
              {(flood) => (
                <FloodRow
                  survey={props.survey.id}
                  flood={flood}
                  isReviewed={flood.id === props.reviewed}
                />
              )}
            </For>
          </ul>
          <Show when={found().length > 1}>
            <button
              type="button"
              class="link"
              aria-expanded={isOpen()}
              onClick={() => setOpen(!isOpen())}
            >
              {isOpen() ? t('showFewer') : plural('floods.more', found().length - 1)}
            </button>
          </Show>
        </section>
      </Show>
    </>
  )
}

function FloodRow(props: { survey: string; flood: Flood; isReviewed: boolean }) {
  const session = useSession()
  const [done, setDone] = createSignal<number | null>(null)
  const isBusy = () => done() !== null
  const review = async (counted: boolean) => {
    if (isBusy()) return
    const { survey, flood } = props
    setDone(0)
    try {
      const n = await reviewAll(survey, flood.id, counted, setDone)
      if (n === 0) showToast(t('floods.already'))
      else
        showToast(plural(counted ? 'floods.counted' : 'floods.excluded', n), () =>
          undoReview(session, survey, flood.id),
        )
    } catch {
      showToast(t('notChanged'))
    }
    setDone(null)
    // Every number on the page may have changed.
    await session.refresh()
  }
  const progress = () =>
    t('floods.progress', {
      done: format.count(locale(), done() ?? 0),
      of: format.count(locale(), props.flood.n),
    })

  return (
    <li class="flood-row" aria-busy={isBusy()}>
      <p id={`flood-${props.flood.id}`}>
        {plural('floods.notice', props.flood.n, {
          when: whenInWords(props.flood, session.workspace),
        })}
      </p>
      <p class="flood-row__actions">
        <Show when={!props.isReviewed}>
          <A
            href={`/surveys/${props.survey}/responses?flood=${props.flood.id}`}
            aria-describedby={`flood-${props.flood.id}`}
          >
            {t('floods.review')}
          </A>
        </Show>
        <Show when={mayFollowUp(session)}>
          <For each={[true, false]}>
            {(counted) => (
              <button
                type="button"
                class="link"
                aria-describedby={`flood-${props.flood.id}`}
                aria-disabled={isBusy()}
                onClick={() => void review(counted)}
              >
                {t(counted ? 'floods.count' : 'floods.exclude')}
              </button>
            )}
          </For>
        </Show>
        <span class="quiet" role="status">
          {isBusy() ? progress() : ''}
        </span>
      </p>
    </li>
  )
}

/** Undoes a review, even after its page was left. */
function undoReview(session: Session, survey: string, flood: string) {
  undoAll(survey, flood)
    .then(() => showToast(t('undone')))
    .catch(() => showToast(t('notChanged'), () => undoReview(session, survey, flood)))
    .finally(() => void session.refresh())
}
