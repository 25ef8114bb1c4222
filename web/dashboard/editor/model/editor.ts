import { createContext, createMemo, createSignal, untrack, useContext } from 'solid-js'
import type { Question, SurveyDraft } from '../../../../surveys/definition.ts'
import type { Band } from '../../../../surveys/scoring/metrics.ts'
import { readDraft, type SurveyDetail } from '../../surveys/api.ts'
import { plural, t } from '../../base/i18n.ts'
import { say } from '../../base/toast.ts'
import { withoutBroken } from './conditions.ts'
import { begin, redo, step, undo } from './history.ts'
import { scoreFirst } from './questions.ts'
import { contentOf, createSaving, unsent } from './saving.ts'

/** What the editor writes. */
export type Content = { name: string; definition: SurveyDraft }

export const SECTIONS = ['questions', 'thanks', 'look', 'rules', 'publish'] as const
export type Section = (typeof SECTIONS)[number]

/** What the page beside the editor shows: for which score, and whether it is the thanks. */
export type Shown = { band: Band | null; done: boolean }

/** One survey being written: its words, the way back, and what is looked at. */
export function createEditor(survey: SurveyDetail, mayEdit: boolean) {
  const kept = mayEdit ? unsent(survey) : null
  const [history, setHistory] = createSignal(begin(kept ?? contentOf(survey)))
  const content = createMemo(() => history().present)
  const draft = createMemo(() => content().definition)
  const [language, setLanguage] = createSignal(survey.definition.languages[0]!)
  const [section, setSection] = createSignal<Section>('questions')
  const [open, setOpen] = createSignal<string | null>(null)
  const [showsNames, showNames] = createSignal(false)
  const [shown, setShown] = createSignal<Shown>({ band: null, done: false })
  const [said, setSaid] = createSignal('')
  const [onServer, setOnServer] = createSignal(survey)
  const saving = createSaving(survey, content)

  const write = (next: Content, what: string | null) => {
    if (mayEdit && next !== content()) setHistory(step(history(), next, what, Date.now()))
  }
  const go = (turn: typeof undo | typeof redo, words: string) => {
    setHistory(turn(history()))
    setSaid('')
    queueMicrotask(() => setSaid(words))
    const { languages } = draft()
    if (!languages.includes(language())) setLanguage(languages[0]!)
  }

  const editor = {
    survey,
    mayEdit,
    draft,
    name: () => content().name,
    saving,
    /** What customers are asked now; null before it was published. */
    published: () => onServer().published,
    /** What answers are kept under, by any version. */
    asked: () => onServer().asked,
    /** Whether the names of questions and options are shown. */
    showsNames,
    showNames,
    /** The survey as the server knew it last. */
    onServer,
    reload: async () => void setOnServer(await readDraft(survey.id)),
    /** The language that texts are written in now, and the first one, which the others fall back to. */
    language: () => (draft().languages.includes(language()) ? language() : draft().languages[0]!),
    first: () => draft().languages[0]!,
    setLanguage,
    section,
    setSection,
    /** The question whose card is open. */
    open,
    setOpen,
    shown,
    show: (change: Partial<Shown>) => setShown((before) => ({ ...before, ...change })),
    /** For those who don't see it: what just happened. */
    said,
    announce: (words: string) => setSaid(words),

    /**
     * Changes the definition. Conditions that can't come true any more go with it, which is said.
     * @param what names the thing that is changed, so that typing on in it is one step back
     */
    change: (edit: (draft: SurveyDraft) => SurveyDraft, what: string | null = null) => {
      const edited = edit(untrack(draft))
      if (edited === untrack(draft)) return
      const { draft: whole, freed } = withoutBroken(scoreFirst(edited))
      write({ ...untrack(content), definition: whole }, what)
      if (freed.length) say(plural('editor.freed', freed.length), () => editor.undo())
    },
    rename: (name: string) => write({ ...content(), name }, 'name'),
    /** Takes over what somebody else saved, as a step that can be undone. */
    takeOver: (theirs: SurveyDetail) => {
      saving.take(theirs)
      write(contentOf(theirs), null)
    },
    mayUndo: () => mayEdit && history().past.length > 0,
    mayRedo: () => mayEdit && history().future.length > 0,
    undo: () => go(undo, t('undone')),
    redo: () => go(redo, t('editor.redone')),
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

/** The place of a question in the survey, and itself, as they are now. */
export function useQuestion(id: () => string): { index: () => number; question: () => Question } {
  const editor = useEditor()
  const index = createMemo(() => editor.draft().questions.findIndex((each) => each.id === id()))
  // A card that is about to go still draws once.
  const question = createMemo<Question>(
    (before) => editor.draft().questions[index()] ?? before,
    editor.draft().questions[0]!,
  )
  return { index, question }
}
