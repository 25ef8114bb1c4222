import { A } from '@solidjs/router'
import { Show, type ParentProps } from 'solid-js'
import { t } from '../base/i18n.ts'

/** Links a number to exactly the answers it counts, if any. */
export function AnswersLink(props: ParentProps<{ of: string | undefined }>) {
  return (
    <Show when={props.of} fallback={props.children}>
      {(address) => (
        <A class="answers-link" href={address()} title={t('seeAnswers')}>
          {props.children}
        </A>
      )}
    </Show>
  )
}
