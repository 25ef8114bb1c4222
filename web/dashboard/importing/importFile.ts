import { createEffect, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import { changeSettings, readImportFile, type ImportFile, type ImportSettings } from './api.ts'

const POLL_INTERVAL = 600

/** A file as the server sees it, followed while the server works on it. */
export function followImportFile(id: string) {
  const [state, setState] = createStore<{ file: ImportFile | null }>({ file: null })
  const [error, setError] = createSignal<unknown>(null)
  const [answered, setAnswered] = createSignal(0)

  const attempt = async (request: Promise<ImportFile>) => {
    try {
      const file = await request
      setError(null)
      // Keeps what is the same, so that no control on screen is replaced.
      setState('file', reconcile(file, { key: 'name', merge: true }))
    } catch (failure) {
      setError(failure)
    }
    setAnswered((before) => before + 1)
  }
  const load = () => attempt(readImportFile(id))
  // After each answer, also while the server can't be reached.
  createEffect(() => {
    answered()
    if (!state.file || !isWorking(state.file)) return
    const timer = setTimeout(() => void load(), POLL_INTERVAL)
    onCleanup(() => clearTimeout(timer))
  })
  void load()

  const change = (changes: Partial<ImportSettings>) => {
    const settings = { ...unwrap(state).file!.settings, ...changes }
    return attempt(changeSettings(id, settings))
  }
  return { file: () => state.file, error, load, attempt, change }
}

const isWorking = ({ state }: ImportFile) =>
  state === 'checking' || state === 'storing' || state === 'stopping'
