import type { Role } from '../../db/schema/index.ts'

/** An operation's name, tag and possible errors. */
export type Operation = {
  tag: keyof typeof TAGS
  id: string
  summary: string
  /** The lowest role; null if no sign-in is required. */
  role: Role | null
  /** Error statuses beyond those that follow from its role, path and body. */
  also: number[]
  /** Whether it never checks that what its path names exists. */
  findsAll: boolean
}

export const TAGS = {
  Surveys: 'Making surveys, publishing them, pausing them.',
  Drafts: 'What is being written of a survey, before it is published.',
  Links: 'Links that nobody can change, and links for one answer.',
  Scores: 'What the answers show: scores with intervals, over time and by groups.',
  Results: 'The answers to every question: shares with intervals, over time and by groups.',
  'Audit log': 'Who signed in, saw names, exported, and changed people and settings.',
  Annotations: 'Notes on the trend.',
  Watching: 'Shifts, baselines, rules and the alerts that they lead to.',
  Responses: 'What customers answered.',
  'Follow-ups': 'Customers who were let down, and what becomes of them.',
  Views: 'Filters of the desk and of trends, saved under a name.',
  Imports: 'Files of earlier answers: uploading, checking, storing and undoing them.',
  People: 'Who has an account: invitations, roles, deactivation, forgotten passwords.',
  Account: 'One’s own name, password and sessions.',
  'API keys': 'Keys with which programs ask, and what each may do.',
  Workspace: 'The workspace and the example data.',
  Access: 'The first admin, signing in and out.',
  Respondents: 'What the page of a survey sends.',
  Server: 'The server itself.',
}

/** Paths that don't start with `/api/v1` by default. */
const OUTSIDE = /^\/(api|s|health)(\/|$)/

type Entry = [
  role: Role | null,
  id: string,
  summary: string,
  also?: number[],
  findsAll?: 'finds all',
]

/**
 * Lists operations of one tag by method and path. Paths are below `/api/v1` unless they start like one
 * of the others.
 */
export function group(
  tag: Operation['tag'],
  entries: Record<string, Entry>,
): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(entries).map(([address, [role, id, summary, also = [], findsAll]]) => {
      const [method, path] = address.split(' ')
      const whole = OUTSIDE.test(path!) ? path : `/api/v1${path}`
      return [`${method} ${whole}`, { tag, id, summary, role, also, findsAll: !!findsAll }]
    }),
  )
}
