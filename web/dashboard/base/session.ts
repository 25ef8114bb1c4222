import { createContext, onCleanup, onMount, useContext } from 'solid-js'
import * as api from './api.ts'

export type Session = {
  me: api.Me
  workspace: api.Workspace
  surveys: api.Survey[]
  /** Reloads the session after a change to it, such as a new survey or example data. */
  refresh: () => Promise<void>
}

/** Loads what every page needs first: the user, the workspace and the surveys. */
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

/** Whether the user may follow up and see names. */
export function mayFollowUp(session: Session): boolean {
  return session.me.role !== 'viewer'
}

export function mayManage(session: Session): boolean {
  return session.me.role === 'admin'
}

/** A question as customers read it, with the company's name filled in. */
export function questionText(session: Session, ask: string): string {
  return ask.replaceAll('{company}', () => session.workspace.name)
}

/** A scored question as customers read it, if its survey has several. */
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

const POLL_INTERVAL = 3_000

/** Polls for a survey's first answer, and reloads the session when it arrives. */
export function useFirstAnswer(surveyId: () => string) {
  const session = useSession()
  const poll = async () => {
    if (document.hidden) return
    const surveys = await api.surveys().catch(() => [])
    if (surveys.some(({ id, answers }) => id === surveyId() && answers > 0)) await session.refresh()
  }
  onMount(() => {
    const timer = setInterval(() => void poll(), POLL_INTERVAL)
    onCleanup(() => clearInterval(timer))
  })
}
