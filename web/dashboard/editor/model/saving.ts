import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { ApiError } from '../../base/client.ts'
import { saveDraft } from './api.ts'
import { readDraft, type SurveyDetail } from '../../surveys/api.ts'
import type { Content } from './editor.ts'

/** The state of the latest change; `waiting` means that it will be retried. */
export type SavingState =
  | { is: 'saved' | 'pending' | 'saving' | 'waiting' }
  | { is: 'refused'; fields: Record<string, string> }
  | { is: 'conflict'; theirs: SurveyDetail }

const PAUSE = 600
const FIRST_RETRY = 2_000
const LONGEST_RETRY = 30_000

/**
 * Saves the draft at every pause in typing. While the server is unreachable it retries and keeps the
 * draft in this browser; it stops if somebody else has saved another one.
 */
export function createSaving(survey: SurveyDetail, content: () => Content) {
  const [state, setState] = createSignal<SavingState>({ is: 'saved' })
  let revision = survey.draft.revision
  let saved = JSON.stringify(contentOf(survey))
  let timer = 0
  let wait = FIRST_RETRY
  let running: Promise<void> | null = null

  const isChanged = () => JSON.stringify(content()) !== saved

  const save = async (keepalive: boolean) => {
    clearTimeout(timer)
    if (state().is === 'conflict' || !isChanged()) return
    const sent = content()
    setState({ is: 'saving' })
    try {
      // With an empty name, the survey keeps its previous one.
      const { definition, name } = sent
      const named = name.trim() ? { name } : {}
      const answer = await saveDraft(survey.id, { revision, definition, ...named }, keepalive)
      revision = answer.revision
      saved = JSON.stringify(sent)
      wait = FIRST_RETRY
      removeStored(survey.id)
      if (isChanged()) schedule(PAUSE)
      else setState({ is: 'saved' })
    } catch (error) {
      await handleFailure(error)
    }
  }
  const handleFailure = async (error: unknown) => {
    const status = error instanceof ApiError ? error.status : null
    if (error instanceof ApiError && status === 400) {
      setState({ is: 'refused', fields: error.fields })
      return
    }
    // If the other draft can't be read now, the next try checks again.
    if (status === 409 && (await hasConflict())) return
    setState({ is: 'waiting' })
    timer = window.setTimeout(() => void run(), wait)
    wait = Math.min(wait * 2, LONGEST_RETRY)
  }
  /** Whether somebody else has saved the survey meanwhile; if so, the user has to choose. */
  const hasConflict = async () => {
    const theirs = await readDraft(survey.id).catch(() => null)
    if (!theirs || theirs.draft.revision === revision) return false
    setState({ is: 'conflict', theirs })
    return true
  }
  const run = async (keepalive = false) => {
    if (running) return running
    running = save(keepalive)
    try {
      await running
    } finally {
      running = null
    }
  }
  const schedule = (pause: number) => {
    clearTimeout(timer)
    setState({ is: 'pending' })
    timer = window.setTimeout(() => void run(), pause)
  }

  createEffect(
    on(
      content,
      (now) => {
        if (state().is === 'conflict') return
        if (!isChanged()) {
          removeStored(survey.id)
          if (!running) setState({ is: 'saved' })
          return
        }
        store(survey.id, revision, now)
        schedule(PAUSE)
      },
      { defer: true },
    ),
  )

  const leave = () => {
    if (document.visibilityState === 'hidden') void run(true)
  }
  const online = () => void run()
  onMount(() => {
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', online)
    if (isChanged()) schedule(0)
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('online', online)
    clearTimeout(timer)
    void run(true)
  })

  return {
    state,
    /** The revision saved here last. */
    revision: () => revision,
    hasConflict,
    /** Saves immediately, and returns whether everything is saved. */
    flush: async () => {
      await run()
      if (isChanged()) await run()
      return state().is === 'saved'
    },
    /** Overwrites what somebody else saved. */
    keepMine: (theirs: SurveyDetail) => {
      revision = theirs.draft.revision
      saved = ''
      schedule(0)
    },
    /** Treats somebody else's version as the saved one. */
    accept: (theirs: SurveyDetail) => {
      revision = theirs.draft.revision
      saved = JSON.stringify(contentOf(theirs))
      removeStored(survey.id)
      setState({ is: 'saved' })
    },
  }
}

export function contentOf({ name, definition }: SurveyDetail): Content {
  return { name, definition }
}

const key = (id: string) => `ohlas.draft.${id}`

function store(id: string, revision: number, content: Content): void {
  try {
    localStorage.setItem(key(id), JSON.stringify({ revision, content }))
  } catch {
    // Without storage, only a tab closed before saving loses changes.
  }
}

function removeStored(id: string): void {
  localStorage.removeItem(key(id))
}

/** A stored draft that was never sent, if it is based on the current revision. */
export function unsent({ id, draft }: SurveyDetail): Content | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key(id)) ?? 'null') as {
      revision: number
      content: Content
    } | null
    return stored?.revision === draft.revision ? stored.content : null
  } catch {
    return null
  }
}
