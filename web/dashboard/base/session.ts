import { createContext, onCleanup, onMount, useContext } from 'solid-js'
import * as api from './api.ts'

export type Session = {
  me: api.Me
  workspace: api.Workspace
  surveys: api.Survey[]
  /** Reads everything again after something that changes it: a new survey, example data. */
  refresh: () => Promise<void>
}

/** What every page needs to know before it can draw: who looks, where, and which surveys exist. */
export async function loadSession(): Promise<Omit<Session, 'refresh'>> {
  const [me, workspace, surveys] = await Promise.all([api.me(), api.workspace(), api.surveys()])
  return { me, workspace, surveys }
}

export const SessionContext = createContext<Session>()

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is called outside of the shell')
  return session
}

/** Whether the one who looks may follow up and see names. */
export function mayFollowUp(session: Session): boolean {
  return session.me.role !== 'viewer'
}

export function mayManage(session: Session): boolean {
  return session.me.role === 'admin'
}

/** A question as customers read it, with the company's name in its place. */
export function questionText(session: Session, ask: string): string {
  return ask.replaceAll('{company}', () => session.workspace.name)
}

/** A scored question as customers read it, where its survey has others to tell it from. */
export function shortQuestionText(
  session: Session,
  surveyId: string,
  question: string,
): string | undefined {
  const survey = session.surveys.find(({ id }) => id === surveyId)
  const questions = survey ? [...survey.questions, ...survey.past] : []
  const found = questions.length > 1 && questions.find(({ id }) => id === question)
  return found ? questionText(session, found.ask) : undefined
}

const LOOK_EVERY = 3_000

/** Looks for the first answer of a survey that has none yet, and reads everything again when it came. */
export function useFirstAnswer(surveyId: () => string) {
  const session = useSession()
  const look = async () => {
    if (document.hidden) return
    const surveys = await api.surveys().catch(() => [])
    if (surveys.some(({ id, answers }) => id === surveyId() && answers > 0)) await session.refresh()
  }
  onMount(() => {
    const timer = setInterval(() => void look(), LOOK_EVERY)
    onCleanup(() => clearInterval(timer))
  })
}
