import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { ApiError } from '../../base/client.ts'
import { saveDraft } from './api.ts'
import { readDraft, type SurveyDetail } from '../../surveys/api.ts'
import type { Content } from './editor.ts'

/** Where the latest change is: on the server, on its way, waiting to be tried again, or in dispute. */
export type SavingState =
  | { is: 'saved' | 'pending' | 'saving' | 'waiting' }
  | { is: 'refused'; fields: Record<string, string> }
  | { is: 'conflict'; theirs: SurveyDetail }

const PAUSE = 600
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 30_000

/**
 * Saves what is written at every pause, tries again while the server can't be reached, keeps it in
 * this browser until then, and stops where somebody else has saved something else.
 */
export function createSaving(survey: SurveyDetail, content: () => Content) {
  const [state, setState] = createSignal<SavingState>({ is: 'saved' })
  let revision = survey.draft.revision
  let saved = JSON.stringify(contentOf(survey))
  let timer = 0
  let wait = FIRST_WAIT
  let running: Promise<void> | null = null

  const isChanged = () => JSON.stringify(content()) !== saved

  const save = async (keepalive: boolean) => {
    clearTimeout(timer)
    if (state().is === 'conflict' || !isChanged()) return
    const sent = content()
    setState({ is: 'saving' })
    try {
      // Until there is a name again, the survey keeps the one that it had.
      const { definition, name } = sent
      const named = name.trim() ? { name } : {}
      const answer = await saveDraft(survey.id, { revision, definition, ...named }, keepalive)
      revision = answer.revision
      saved = JSON.stringify(sent)
      wait = FIRST_WAIT
      forget(survey.id)
      if (isChanged()) plan(PAUSE)
      else setState({ is: 'saved' })
    } catch (error) {
      await failed(error)
    }
  }
  const failed = async (reason: unknown) => {
    const status = reason instanceof ApiError ? reason.status : null
    if (reason instanceof ApiError && status === 400) {
      setState({ is: 'refused', fields: reason.fields })
      return
    }
    // Where it can't be read whose it is now, the next try will ask again.
    if (status === 409 && (await isDisputed())) return
    setState({ is: 'waiting' })
    timer = window.setTimeout(() => void run(), wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
  /** Whether somebody else saved the survey meanwhile: then whose is to hold is asked. */
  const isDisputed = async () => {
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
  const plan = (pause: number) => {
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
          forget(survey.id)
          if (!running) setState({ is: 'saved' })
          return
        }
        remember(survey.id, revision, now)
        plan(PAUSE)
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
    if (isChanged()) plan(0)
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', leave)
    window.removeEventListener('online', online)
    clearTimeout(timer)
    void run(true)
  })

  return {
    state,
    /** That of what was saved here last. */
    revision: () => revision,
    isDisputed,
    /** Saves now what is not saved yet, and says whether all of it is. */
    flush: async () => {
      await run()
      if (isChanged()) await run()
      return state().is === 'saved'
    },
    /** Puts what is written here in the place of what somebody else saved. */
    keepMine: (theirs: SurveyDetail) => {
      revision = theirs.draft.revision
      saved = ''
      plan(0)
    },
    /** From now on, what is on the server is this. */
    take: (theirs: SurveyDetail) => {
      revision = theirs.draft.revision
      saved = JSON.stringify(contentOf(theirs))
      forget(survey.id)
      setState({ is: 'saved' })
    },
  }
}

export function contentOf({ name, definition }: SurveyDetail): Content {
  return { name, definition }
}

const key = (id: string) => `ohlas.draft.${id}`

function remember(id: string, revision: number, content: Content): void {
  try {
    localStorage.setItem(key(id), JSON.stringify({ revision, content }))
  } catch {
    // A full or forbidden storage costs only what a closed tab would have kept.
  }
}

function forget(id: string): void {
  localStorage.removeItem(key(id))
}

/** What this browser could not send before it was closed, if it was made from what is saved now. */
export function unsent({ id, draft }: SurveyDetail): Content | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key(id)) ?? 'null') as {
      revision: number
      content: Content
    } | null
    return kept?.revision === draft.revision ? kept.content : null
  } catch {
    return null
  }
}
