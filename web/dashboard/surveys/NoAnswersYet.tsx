import { createResource, Show } from 'solid-js'
import { countAside, type Survey } from '../base/api.ts'
import { t } from '../base/i18n.ts'
import { useFirstAnswer } from '../base/session.ts'
import { AsideNote } from './AsideNote.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ShareLink } from './ShareLink.tsx'

/** A survey without an answer that counts: what to do now. The first one takes its place by itself. */
export function NoAnswersYet(props: { survey: Survey }) {
  useFirstAnswer(() => props.survey.id)
  const [aside] = createResource(() => props.survey.id, countAside, { initialValue: 0 })
  return (
    <EmptyState
      title={t(aside.latest ? 'noScore.noneCounts' : 'noScore.never')}
      help={t('noScore.neverHelp')}
    >
      <Show when={aside.latest}>{(n) => <AsideNote surveyId={props.survey.id} n={n()} />}</Show>
      <ShareLink survey={props.survey} />
    </EmptyState>
  )
}
