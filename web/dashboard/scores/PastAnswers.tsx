import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Survey } from '../base/api.ts'
import { plural, t } from '../base/i18n.ts'

/** Notes that a survey's answers are to an earlier question, with a link to them. */
export function PastAnswers(props: { survey: Survey }) {
  return (
    <Show when={props.survey.past[0]}>
      {(past) => (
        <p>
          {plural('noScore.past', past().answers)}{' '}
          <A
            class="link"
            href={`/surveys/${props.survey.id}/trends?question=${past().id}&range=all`}
          >
            {t('noScore.seePast')}
          </A>
        </p>
      )}
    </Show>
  )
}
