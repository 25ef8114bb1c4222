import { A } from '@solidjs/router'
import { plural, t } from '../base/i18n.ts'

/** That answers are there which do not count, and the way to them. */
export function ExcludedNote(props: { surveyId: string; n: number }) {
  return (
    <p>
      {plural('noScore.aside', props.n)}{' '}
      <A class="link" href={`/surveys/${props.surveyId}/responses?state=excluded`}>
        {t('noScore.seeAside')}
      </A>
    </p>
  )
}
