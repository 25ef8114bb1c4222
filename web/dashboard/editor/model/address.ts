import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, on, onCleanup, onMount } from 'solid-js'
import type { Advice } from '../../../../surveys/checklist.ts'
import type { SurveyDraft } from '../../../../surveys/definition.ts'
import { questionAt, sectionOf } from './adviceWords.ts'
import { SECTIONS, type Editor, type Section } from './editor.ts'

// The place in the editor is the URL's fragment: a section (`#look`), a question (`#questions/why`), or a
// field, as its path in the definition (`#questions.1.text.en.ask`).

type Place = {
  section: Section
  question: string | null
  /** The field's path; null for none. */
  field: Advice['where'] | null
}

/** Reads a fragment; null if it names no place in the draft. */
function readPlace(fragment: string, draft: SurveyDraft): Place | null {
  const [section, question] = decodeURIComponent(fragment.replace(/^#/, '')).split('/')
  const known = SECTIONS.find((each) => each === section)
  if (known) {
    const has = draft.questions.some(({ id }) => id === question)
    return { section: known, question: has ? question! : null, field: null }
  }
  const field = section!.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  if (field.length < 2 || !Object.hasOwn(draft, field[0]!)) return null
  return { section: sectionOf(field), question: questionAt(draft, field), field }
}

/** Writes a place; '' for the editor's start. */
function writePlace({ section, question, field }: Place): string {
  if (field) return `#${field.join('.')}`
  if (section !== 'questions') return `#${section}`
  return question ? `#questions/${question}` : ''
}

/** Opens a field's section, question and language, and puts the focus into it. */
export function goTo(editor: Editor, where: Advice['where'], language?: string) {
  const own = where.find((part) => editor.draft().languages.includes(String(part)))
  const chosen = language ?? own
  if (chosen !== undefined) editor.setLanguage(String(chosen))
  editor.setSection(sectionOf(where))
  const question = questionAt(editor.draft(), where)
  if (question) editor.reveal(question)
  queueMicrotask(() => {
    const field = document.querySelector<HTMLElement>(`[data-field="${where.join('.')}"]`)
    const focused = field ?? document.getElementById(`question-${question}`)
    focused?.focus()
  })
}

/** Keeps the URL at the place that is edited, and goes to the one it names. */
export function usePlace(editor: Editor) {
  const location = useLocation()
  const navigate = useNavigate()
  const write = (place: Place) => {
    const fragment = writePlace(place)
    if (fragment === location.hash) return
    navigate(location.pathname + location.search + fragment, {
      replace: true,
      scroll: false,
      resolve: false,
    })
  }
  const follow = (fragment: string) => {
    const place = readPlace(fragment, editor.draft())
    if (!place) return
    if (place.field) return goTo(editor, place.field)
    editor.setSection(place.section)
    if (place.question) editor.reveal(place.question)
  }
  const onFocus = ({ target }: FocusEvent) => {
    const field = target instanceof HTMLElement && target.dataset['field']
    const place = field ? readPlace(field, editor.draft()) : null
    if (place) write(place)
  }

  onMount(() => {
    follow(location.hash)
    document.addEventListener('focusin', onFocus)
    onCleanup(() => document.removeEventListener('focusin', onFocus))
    const onHash = () => follow(window.location.hash)
    window.addEventListener('hashchange', onHash)
    onCleanup(() => window.removeEventListener('hashchange', onHash))
  })
  createEffect(
    on(
      [editor.section, editor.open],
      ([section, question]) => {
        const now = readPlace(location.hash, editor.draft())
        // A field's own address says more.
        if (now?.field && now.section === section && (now.question ?? question) === question) return
        write({ section, question: section === 'questions' ? question : null, field: null })
      },
      { defer: true },
    ),
  )
}
