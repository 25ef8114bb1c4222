import { onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'

/** A note as it is being written: it is kept, reloads of the page included, until it is saved. */
type Draft = { text: string; state: 'pending' | 'saving' | 'notSaved' }

export type Notes = {
  /** What was written and is not saved yet. */
  draft: (id: string) => string | undefined
  /** How far the saving is; null where nothing was written. */
  state: (id: string) => Draft['state'] | 'saved' | null
  /** Keeps what is written, and saves it at the next pause. */
  write: (id: string, text: string) => void
  /** Saves what is written, if anything is. */
  save: (id: string) => Promise<void>
}

const PAUSE = 1_000

/**
 * The notes that one person writes on follow-ups.
 * @param user the person's id
 * @param send saves a note; false where that failed
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
    keepDrafts(user, drafts)
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
      // More was written meanwhile.
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

// In the tab alone, and gone with it: notes are about customers.
const nameOf = (user: string) => `ohlas.notes.${user}`

function readDrafts(user: string): Record<string, Draft> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(user)) ?? '{}') as Record<string, string>
    return Object.fromEntries(
      Object.entries(kept).map(([id, text]) => [id, { text, state: 'notSaved' }]),
    )
  } catch {
    return {}
  }
}

function keepDrafts(user: string, drafts: Record<string, Draft | undefined>) {
  const texts = Object.entries(drafts).flatMap(([id, draft]) => (draft ? [[id, draft.text]] : []))
  try {
    if (texts.length > 0)
      sessionStorage.setItem(nameOf(user), JSON.stringify(Object.fromEntries(texts)))
    else sessionStorage.removeItem(nameOf(user))
  } catch {
    // Where nothing may be kept, a draft lives as long as the page.
  }
}
