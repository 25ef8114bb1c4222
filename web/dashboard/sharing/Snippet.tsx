import { CopyButton } from '../ui/CopyButton.tsx'

/** Something to copy to where it belongs, with what it is above. */
export function Snippet(props: { label: string; text: string }) {
  return (
    <div class="snippet">
      <p class="field__label">{props.label}</p>
      <code class="command" dir="ltr">
        {props.text}
      </code>
      <CopyButton text={props.text} about={props.label} />
    </div>
  )
}
