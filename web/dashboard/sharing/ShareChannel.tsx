import { createUniqueId, type ParentProps } from 'solid-js'

/** One of the ways to a survey. */
export function ShareChannel(props: ParentProps<{ title: string; help: string }>) {
  const id = createUniqueId()
  return (
    <section class="way" aria-labelledby={id}>
      <div class="way__head">
        <h2 id={id} class="way__title">
          {props.title}
        </h2>
        <p class="quiet">{props.help}</p>
      </div>
      {props.children}
    </section>
  )
}
