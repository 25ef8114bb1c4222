import { onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'

/** An unsaved note. It survives reloads and the end of the tab. */
type Draft = { text: string; state: 'pending' | 'saving' | 'notSaved' }

export type Notes = {
  /** Returns the unsaved text. */
  draft: (id: string) => string | undefined
  /** Returns null if nothing was written. */
  state: (id: string) => Draft['state'] | 'saved' | null
  /** Stores the draft, and saves it at the next pause in typing. */
  write: (id: string, text: string) => void
  /** Saves the draft now, if there is one. */
  save: (id: string) => Promise<void>
}

const PAUSE = 1_000

/**
 * Saves the notes that a person writes on follow-ups, and keeps drafts until they are saved.
 * @param user the person's id
 * @param send saves a note; resolves with false if that failed
 */
export function createNotes(
  user: string,
  send: (id: string, note: string) => Promise<boolean>,
): Notes {
  const [drafts, setDrafts] = createStore<Record<string, Draft | undefined>>(readDrafts(user))
  const [saved, setSaved] = createStore<Record<string, boolean>>({})
  const timers = new Map<string, number>()

  const set = (id: string, draft: Draft | undefined) => {
    setDrafts(id, draft)
    storeDraft(user, id, draft)
  }
  const save = async (id: string) => {
    clearTimeout(timers.get(id))
    const draft = drafts[id]
    if (!draft || draft.state === 'saving') return
    const { text } = draft
    set(id, { text, state: 'saving' })
    const isSaved = await send(id, text.trim()).catch(() => false)
    const now = drafts[id]?.text ?? text
    if (!isSaved) set(id, { text: now, state: 'notSaved' })
    else if (now === text) {
      set(id, undefined)
      setSaved(id, true)
    } else {
      // The text changed while it was being saved.
      set(id, { text: now, state: 'pending' })
      await save(id)
    }
  }
  onCleanup(() => {
    for (const id of Object.keys(drafts)) void save(id)
  })

  return {
    draft: (id) => drafts[id]?.text,
    state: (id) => drafts[id]?.state ?? (saved[id] ? 'saved' : null),
    write(id, text) {
      const isSaving = drafts[id]?.state === 'saving'
      set(id, { text, state: isSaving ? 'saving' : 'pending' })
      clearTimeout(timers.get(id))
      timers.set(
        id,
        window.setTimeout(() => void save(id), PAUSE),
      )
    },
    save,
  }
}

// One entry a case, so that two tabs don't undo each other's.
const storageKey = (user: string, id = '') => `ohlas.note.${user}.${id}`

function readDrafts(user: string): Record<string, Draft> {
  try {
    const prefix = storageKey(user)
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    return Object.fromEntries(
      keys.map((key) => [
        key.slice(prefix.length),
        { text: localStorage.getItem(key) ?? '', state: 'notSaved' },
      ]),
    )
  } catch {
    return {}
  }
}

function storeDraft(user: string, id: string, draft: Draft | undefined) {
  try {
    if (draft) localStorage.setItem(storageKey(user, id), draft.text)
    else localStorage.removeItem(storageKey(user, id))
  } catch {
    // Storage may be blocked; drafts then last as long as the page.
  }
}
