import type { ParentProps } from 'solid-js'
import { dirOf } from '../../../surveys/locales/index.ts'
import './printCard.css'

/** What the page is on paper: the question, the code, where it leads, and who asks. Not on screen. */
export function PrintCard(
  props: ParentProps<{ ask: string; company: string; language: string; address: string }>,
) {
  return (
    <div class="print-card" lang={props.language} dir={dirOf(props.language)}>
      <p class="print-card__ask">{props.ask}</p>
      {props.children}
      <p class="print-card__address" dir="ltr">
        {props.address.replace(/^https?:\/\//, '')}
      </p>
      <p class="print-card__company">
        <bdi>{props.company}</bdi>
      </p>
    </div>
  )
}
