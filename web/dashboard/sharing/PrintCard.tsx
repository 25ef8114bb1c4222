import type { ParentProps } from 'solid-js'
import { dirOf } from '../../../surveys/locales/index.ts'
import './printCard.css'

/** The page in print: the question, the code, its address and the company. Hidden on screen. */
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
