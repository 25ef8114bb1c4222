import type { Survey } from '../api.ts'
import { t } from '../i18n.ts'
import { useFirstAnswer } from '../session.ts'
import { EmptyState } from './EmptyState.tsx'
import { ShareLink } from './ShareLink.tsx'

/** A survey that nobody has answered: what to do now. The first answer takes its place by itself. */
export function NoAnswersYet(props: { survey: Survey }) {
  useFirstAnswer(() => props.survey.id)
  return (
    <EmptyState title={t('trends.never')} help={t('trends.neverHelp')}>
      <ShareLink survey={props.survey} />
    </EmptyState>
  )
}
