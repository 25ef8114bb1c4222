import type { ParentProps } from 'solid-js'
import { dirOf } from '../../../surveys/locales/index.ts'

/** What the page is on paper: the question, the code, where it leads, and who asks. Not on screen. */
export function PrintCard(
  props: ParentProps<{ ask: string; company: string; language: string; address: string }>,
) {
  return (
    <div class="printCard" lang={props.language} dir={dirOf(props.language)}>
      <p class="printCard__ask">{props.ask}</p>
      {props.children}
      <p class="printCard__address" dir="ltr">
        {props.address.replace(/^https?:\/\//, '')}
      </p>
      <p class="printCard__company">
        <bdi>{props.company}</bdi>
      </p>
    </div>
  )
}
