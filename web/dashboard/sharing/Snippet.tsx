import { CopyButton } from '../ui/CopyButton.tsx'
import './snippet.css'

/** A piece of code to copy, with a label. */
export function Snippet(props: { label: string; text: string }) {
  return (
    <div class="code-snippet">
      <p class="field__label">{props.label}</p>
      <code class="code-block" dir="ltr">
        {props.text}
      </code>
      <CopyButton text={props.text} about={props.label} />
    </div>
  )
}
