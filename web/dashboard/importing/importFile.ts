import { createEffect, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import { changeSettings, readImportFile, type ImportFile, type ImportSettings } from './api.ts'

const POLL_INTERVAL = 600

/** A file as the server sees it, followed while the server works on it. */
export function followImportFile(id: string) {
  const [state, setState] = createStore<{ file: ImportFile | null }>({ file: null })
  const [error, setError] = createSignal<unknown>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  /** Keeps what is the same, so that no control on screen is replaced. */
  const show = (file: ImportFile) => {
    setError(null)
    setState('file', reconcile(file, { key: 'name', merge: true }))
  }
  const attempt = async (ask: () => Promise<ImportFile>) => {
    try {
      show(await ask())
    } catch (failure) {
      setError(failure)
    }
  }
  const load = () => attempt(() => readImportFile(id))
  createEffect(() => {
    if (!state.file || !isWorking(state.file)) return
    // Also after each answer, and while the server can't be reached.
    timer = setTimeout(function again() {
      void load().then(() => {
        if (state.file && isWorking(state.file)) timer = setTimeout(again, POLL_INTERVAL)
      })
    }, POLL_INTERVAL)
    onCleanup(() => clearTimeout(timer))
  })
  void load()

  return {
    file: () => state.file,
    error,
    load,
    attempt,
    change: (changes: Partial<ImportSettings>) =>
      attempt(() => changeSettings(id, { ...unwrap(state.file!.settings), ...changes })),
  }
}

export const isWorking = ({ state }: ImportFile) =>
  state === 'checking' || state === 'storing' || state === 'stopping'
