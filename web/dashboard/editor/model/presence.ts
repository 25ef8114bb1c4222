import { createSignal, onCleanup, onMount } from 'solid-js'
import { editing, notEditing, type OtherEditor } from './api.ts'

const SAY_EVERY = 10_000

/** Says to the server that this survey is being edited here, and hears who else does. */
export function useOthers(surveyId: string): () => OtherEditor[] {
  const [others, setOthers] = createSignal<OtherEditor[]>([])
  const say = async () => {
    if (document.hidden) return
    // Who else is here is worth knowing, and no error when it can't be known.
    setOthers(await editing(surveyId).catch(() => []))
  }
  onMount(() => {
    void say()
    const timer = setInterval(() => void say(), SAY_EVERY)
    onCleanup(() => {
      clearInterval(timer)
      void notEditing(surveyId).catch(() => undefined)
    })
  })
  return others
}
