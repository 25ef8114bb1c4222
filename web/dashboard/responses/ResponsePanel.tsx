import { A } from '@solidjs/router'
import { createEffect, createResource, Match, on, Show, Switch } from 'solid-js'
import IconNext from '~icons/lucide/chevron-down'
import IconPrevious from '~icons/lucide/chevron-up'
import IconX from '~icons/lucide/x'
import { MASK } from '../../../surveys/masking/mask.ts'
import { ApiError } from '../base/client.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { base } from '../base/path.ts'
import { mayFollowUp, useSession } from '../base/session.ts'
import { showToast } from '../base/toast.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { readResponse, setTags, type ResponseDetail, type SurveyResponse } from './api.ts'
import { GivenScores } from './GivenScores.tsx'
import { History } from './History.tsx'
import { addressOf } from './address.ts'
import { ResponseAnswers } from './ResponseAnswers.tsx'
import { ResponseFacts } from './ResponseFacts.tsx'
import { nameOf } from './responseParts.ts'
import { TagEditor } from './TagEditor.tsx'
import './responsePanel.css'

/** The response that is open, beside the list. */
export function ResponsePanel(props: {
  survey: string
  id: string
  /** The same response in the list, shown until it is read in full. */
  row: SurveyResponse | undefined
  search: string
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onTags: (tags: string[]) => void
  onClose: () => void
}) {
  const session = useSession()
  let heading!: HTMLHeadingElement
  const [detail, { refetch, mutate }] = createResource(() => props.id, read)
  const full = (): ResponseDetail | undefined =>
    detail.state === 'ready' && detail.latest.id === props.id ? detail.latest : undefined
  const response = (): SurveyResponse | undefined =>
    detail.error ? undefined : (full() ?? props.row)

  async function read(id: string) {
    const found = await readResponse(id)
    // The address of another survey shows nothing of this one.
    if (found.surveyId !== props.survey) throw new ApiError(404, '')
    return found
  }
  const changeTags = async (tags: string[]) => {
    try {
      const changed = await setTags(props.id, tags)
      const before = full()
      if (before?.id === changed.id) mutate({ ...before, tags: changed.tags })
      props.onTags(changed.tags)
    } catch {
      showToast(t('notChanged'))
    }
  }
  createEffect(
    on(
      () => props.id,
      () => heading.focus({ preventScroll: true }),
    ),
  )
  const isMasked = () =>
    !mayFollowUp(session) &&
    [...(response()?.answers ?? []), ...(response()?.additions ?? [])].some(({ text }) =>
      text?.includes(MASK),
    )

  return (
    <aside class="response-panel" aria-labelledby="response-panel">
      <div class="response-panel__bar">
        <IconButton
          name={t('responses.previous')}
          keys="k"
          off={!props.onPrevious}
          onPress={() => props.onPrevious?.()}
        >
          <IconPrevious aria-hidden="true" />
        </IconButton>
        <IconButton
          name={t('responses.next')}
          keys="j"
          off={!props.onNext}
          onPress={() => props.onNext?.()}
        >
          <IconNext aria-hidden="true" />
        </IconButton>
        <span class="response-panel__space" />
        <Show when={response()}>
          <CopyButton
            text={location.origin + base + addressOf({ surveyId: props.survey, id: props.id })}
            label={t('responses.copyLink')}
          />
        </Show>
        <IconButton name={t('close')} keys="Escape" onPress={() => props.onClose()}>
          <IconX aria-hidden="true" />
        </IconButton>
      </div>
      <div class="response-panel__body">
        <header class="response-panel__head">
          <Show when={response()}>{(shown) => <GivenScores response={shown()} />}</Show>
          <div>
            <h2
              id="response-panel"
              ref={(element) => (heading = element)}
              class="response-panel__who"
              tabindex="-1"
            >
              <bdi>{who(response(), mayFollowUp(session))}</bdi>
            </h2>
            <Show when={response()}>
              {(shown) => (
                <p class="metadata">
                  <time datetime={new Date(shown().answeredAt).toISOString()}>
                    {format.instant(locale(), session.workspace.timeZone, shown().answeredAt)}
                  </time>
                  <Show when={mayFollowUp(session) && shown().followUp}>
                    {(followUp) => (
                      <A href={`/follow-ups/${followUp().id}`}>
                        {t('responses.followUp', {
                          state: t(`followUpStates.${followUp().state}`),
                        })}
                      </A>
                    )}
                  </Show>
                </p>
              )}
            </Show>
          </div>
        </header>
        <Switch>
          <Match when={detail.error}>
            <ErrorState error={detail.error} retry={() => void refetch()} />
          </Match>
          <Match when={!response()}>
            <Skeleton shape="list" />
          </Match>
          <Match when={response()}>
            {(shown) => (
              <>
                <ResponseAnswers response={shown()} search={props.search} />
                <Show when={isMasked()}>
                  <p class="quiet">{t('responses.masked')}</p>
                </Show>
                <section class="response-panel__part" aria-labelledby="response-tags">
                  <h3 id="response-tags" class="response-panel__label">
                    {t('responses.tags')}
                  </h3>
                  <TagEditor
                    survey={props.survey}
                    tags={shown().tags}
                    onChange={(tags) => void changeTags(tags)}
                  />
                </section>
                <ResponseFacts response={shown()} />
                <Show when={shown().customer && full()}>
                  {(found) => <History responses={found().history} />}
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </aside>
  )
}

/** The customer's name for those who may see it. */
function who(response: SurveyResponse | undefined, seesNames: boolean): string {
  if (!response || !seesNames) return t('responses.one')
  return nameOf(response) ?? t('responses.anonymous')
}
