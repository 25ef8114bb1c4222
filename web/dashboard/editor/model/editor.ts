import { createContext, createMemo, createSignal, untrack, useContext } from 'solid-js'
import type { Question, SurveyDraft } from '../../../../surveys/definition.ts'
import type { Band } from '../../../../surveys/scoring/metrics.ts'
import { readDraft, type SurveyDetail } from '../../surveys/api.ts'
import { plural, t } from '../../base/i18n.ts'
import { showToast } from '../../base/toast.ts'
import { withoutBroken } from './conditions.ts'
import { begin, redo, step, undo } from './history.ts'
import { scoreFirst } from './questions.ts'
import { contentOf, createSaving, unsent } from './saving.ts'

/** What the editor changes. */
export type Content = { name: string; definition: SurveyDraft }

export const SECTIONS = ['questions', 'thanks', 'look', 'rules', 'publish'] as const
export type Section = (typeof SECTIONS)[number]

/** What the preview shows: for which band, and whether it is the thank-you page. */
export type Shown = { band: Band | null; done: boolean }

/** The state of the editor: the draft, its history, and what is open. */
export function createEditor(survey: SurveyDetail, mayEdit: boolean) {
  const stored = mayEdit ? unsent(survey) : null
  const [history, setHistory] = createSignal(begin(stored ?? contentOf(survey)))
  const content = createMemo(() => history().present)
  const draft = createMemo(() => content().definition)
  const [chosenLanguage, setLanguage] = createSignal(survey.definition.languages[0]!)
  // Memos, so that typing redraws nothing that depends only on the language, such as the preview.
  const first = createMemo(() => draft().languages[0]!)
  const language = createMemo(() =>
    draft().languages.includes(chosenLanguage()) ? chosenLanguage() : first(),
  )
  const [section, setSection] = createSignal<Section>('questions')
  const [open, setOpen] = createSignal<string | null>(null)
  const [showsNames, showNames] = createSignal(false)
  const [shown, setShown] = createSignal<Shown>({ band: null, done: false })
  const [announcement, announce] = createSignal('')
  const [onServer, setOnServer] = createSignal(survey)
  const saving = createSaving(survey, content)

  const write = (next: Content, what: string | null) => {
    if (mayEdit && next !== content()) setHistory(step(history(), next, what, Date.now()))
  }
  const move = (step: typeof undo | typeof redo, text: string) => {
    setHistory(step(history()))
    announce('')
    queueMicrotask(() => announce(text))
    setLanguage(language())
  }

  const editor = {
    survey,
    mayEdit,
    draft,
    name: () => content().name,
    saving,
    /** The published definition; null if there is none. */
    published: () => onServer().published,
    /** The names used by published versions. */
    publishedIds: () => onServer().publishedIds,
    /** Whether the names of questions and options are shown. */
    showsNames,
    showNames,
    /** The survey as last loaded from the server. */
    onServer,
    reload: async () => void setOnServer(await readDraft(survey.id)),
    /** The language being edited; `first` is the fallback of the others. */
    language,
    first,
    setLanguage,
    section,
    setSection,
    /** The question whose card is open. */
    open,
    setOpen,
    /** Opens a question, and shows it in the preview, which has later questions only after a score. */
    reveal: (id: string) => {
      setOpen(id)
      const question = draft().questions.find((each) => each.id === id)
      const isFirst = question === draft().questions[0]
      const band = shown().band ?? question?.showIf?.bands?.[0] ?? 'neutral'
      editor.show({ band: isFirst ? shown().band : band, done: false })
    },
    shown,
    show: (change: Partial<Shown>) => setShown((before) => ({ ...before, ...change })),
    /** For screen readers: what just happened. */
    announcement,
    announce: (text: string) => announce(text),

    /**
     * Changes the definition. Removes conditions that can no longer be met, and reports it.
     * @param what the changed thing, so that typing in it is one step of the history
     */
    change: (edit: (draft: SurveyDraft) => SurveyDraft, what: string | null = null) => {
      const edited = edit(untrack(draft))
      if (edited === untrack(draft)) return
      const { draft: whole, freed } = withoutBroken(scoreFirst(edited))
      write({ ...untrack(content), definition: whole }, what)
      if (freed.length)
        showToast(plural('editor.conditionsRemoved', freed.length), () => editor.undo())
    },
    rename: (name: string) => write({ ...content(), name }, 'name'),
    /** Replaces the draft by somebody else's, as a step that can be undone. */
    takeOver: (theirs: SurveyDetail) => {
      saving.accept(theirs)
      write(contentOf(theirs), null)
    },
    mayUndo: () => mayEdit && history().past.length > 0,
    mayRedo: () => mayEdit && history().future.length > 0,
    undo: () => move(undo, t('undone')),
    redo: () => move(redo, t('editor.redone')),
  }
  return editor
}

export type Editor = ReturnType<typeof createEditor>

export const EditorContext = createContext<Editor>()

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is called outside of the editor')
  return editor
}

/** A question and its current index. */
export function useQuestion(id: () => string): { index: () => number; question: () => Question } {
  const editor = useEditor()
  const index = createMemo(() => editor.draft().questions.findIndex((each) => each.id === id()))
  // The card of a removed question renders once more.
  const question = createMemo<Question>(
    (before) => editor.draft().questions[index()] ?? before,
    editor.draft().questions[0]!,
  )
  return { index, question }
}
