import { Show } from 'solid-js'
import type { Change } from '../scores/api.ts'
import * as format from '../base/format.ts'
import { locale, t } from '../base/i18n.ts'
import { scoreInWords } from '../scores/scoreWords.ts'
import { ChangeWords } from '../scores/ChangeWords.tsx'
import { AnswersLink } from '../scores/AnswersLink.tsx'
import './earlierPeriod.css'

/** The comparison with an earlier score: the test's result and the earlier days. */
export function EarlierPeriod(props: { change: Change; rows: string }) {
  const days = () => format.days(locale(), props.change.before.from, props.change.before.to)
  return (
    <div class="earlier-period">
      <ChangeWords metric={props.change.metric} change={props.change.change} against={days()} />
      <p class="quiet">
        {t('trends.against', { days: days() })}
        <Show when={props.change.before.n > 0}>
          : <AnswersLink of={props.rows}>{scoreInWords(props.change.before)}</AnswersLink>
        </Show>
      </p>
      <Show when={props.change.dataFrom}>
        {(day) => (
          <p class="quiet">{t('trends.incomplete', { day: format.day(locale(), day()) })}</p>
        )}
      </Show>
    </div>
  )
}
