import { createUniqueId, type ParentProps } from 'solid-js'
import './shareChannel.css'

/** A section for one way of sharing a survey. */
export function ShareChannel(props: ParentProps<{ title: string; help: string }>) {
  const id = createUniqueId()
  return (
    <section class="share-channel" aria-labelledby={id}>
      <div class="share-channel__head">
        <h2 id={id} class="share-channel__title">
          {props.title}
        </h2>
        <p class="quiet">{props.help}</p>
      </div>
      {props.children}
    </section>
  )
}
