import { A } from '@solidjs/router'
import { plural, t } from '../base/i18n.ts'

/** Notes how many responses are excluded, with a link to them. */
export function ExcludedNote(props: { surveyId: string; n: number }) {
  return (
    <p>
      {plural('noScore.excluded', props.n)}{' '}
      <A class="link" href={`/surveys/${props.surveyId}/responses?state=excluded`}>
        {t('noScore.seeExcluded')}
      </A>
    </p>
  )
}
