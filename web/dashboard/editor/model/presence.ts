import { createSignal, onCleanup, onMount } from 'solid-js'
import { reportEditing, stopEditing, type OtherEditor } from './api.ts'

const REPORT_INTERVAL = 10_000

/** Reports regularly that this survey is being edited here, and returns the other editors. */
export function useOthers(surveyId: string): () => OtherEditor[] {
  const [others, setOthers] = createSignal<OtherEditor[]>([])
  const report = async () => {
    if (document.hidden) return
    // Not important enough for an error message.
    setOthers(await reportEditing(surveyId).catch(() => []))
  }
  onMount(() => {
    void report()
    const timer = setInterval(() => void report(), REPORT_INTERVAL)
    onCleanup(() => {
      clearInterval(timer)
      void stopEditing(surveyId).catch(() => undefined)
    })
  })
  return others
}
