// The headings of Ohlas's own files, by which an import recognises them.

/** For responses: the columns of questions and properties stand in between. */
export const RESPONSE_HEADINGS = {
  id: 'id',
  answeredAt: 'answered_at',
  answeredAtLocal: 'answered_at_local',
  state: 'state',
  band: 'band',
  added: 'added',
  tags: 'tags',
  language: 'language',
  otherProperties: 'other_properties',
  customerName: 'customer_name',
  customerEmail: 'customer_email',
  customerId: 'customer_id',
  customerVerified: 'customer_verified',
  personal: 'personal',
  badSignature: 'bad_signature',
  followUpId: 'follow_up_id',
  followUpState: 'follow_up_state',
  source: 'source',
  version: 'survey_version',
} as const

/** For follow-ups. */
export const FOLLOW_UP_HEADINGS = {
  id: 'id',
  state: 'state',
  reason: 'reason',
  owner: 'owner',
  note: 'note',
  openedAt: 'opened_at',
  openedAtLocal: 'opened_at_local',
  dueAt: 'due_at',
  dueAtLocal: 'due_at_local',
  contactedAt: 'contacted_at',
  contactedAtLocal: 'contacted_at_local',
  closedAt: 'closed_at',
  closedAtLocal: 'closed_at_local',
  survey: 'survey',
  score: 'score',
  comment: 'comment',
  language: 'language',
  otherProperties: 'other_properties',
  customerName: 'customer_name',
  customerEmail: 'customer_email',
  customerId: 'customer_id',
  customerVerified: 'customer_verified',
  personal: 'personal',
  responseId: 'response_id',
} as const

export const AUDIT_HEADINGS = {
  at: 'at',
  atLocal: 'at_local',
  action: 'action',
  actorKind: 'actor_kind',
  actorId: 'actor_id',
  surveyId: 'survey_id',
  subjectId: 'subject_id',
  details: 'details',
} as const

const ANSWER = 'answer.'
const PROPERTY = 'property.'

/** The heading of a question's answers, or of the text for its "other". */
export const answerHeading = (name: string) => `${ANSWER}${name}`
export const propertyHeading = (name: string) => `${PROPERTY}${name}`

/** The content of a column of a response file; null for a foreign heading. */
export function contentOf(
  heading: string,
): { kind: 'answer' | 'property'; name: string } | { kind: keyof typeof RESPONSE_HEADINGS } | null {
  if (heading.startsWith(ANSWER)) return { kind: 'answer', name: heading.slice(ANSWER.length) }
  if (heading.startsWith(PROPERTY))
    return { kind: 'property', name: heading.slice(PROPERTY.length) }
  const found = Object.entries(RESPONSE_HEADINGS).find(([, name]) => name === heading)
  return found ? { kind: found[0] as keyof typeof RESPONSE_HEADINGS } : null
}

/** Whether these are the headings of a response file, some of which may have been removed. */
export function isResponseFile(headings: readonly string[]): boolean {
  const { id, answeredAt, answeredAtLocal, source, version } = RESPONSE_HEADINGS
  return (
    [id, source, version].every((heading) => headings.includes(heading)) &&
    (headings.includes(answeredAt) || headings.includes(answeredAtLocal)) &&
    headings.some((heading) => contentOf(heading)?.kind === 'answer')
  )
}

/** Whether these are the headings of a follow-up file. */
export function isFollowUpFile(headings: readonly string[]): boolean {
  const { id, state, responseId, openedAt, survey } = FOLLOW_UP_HEADINGS
  return [id, state, responseId, openedAt, survey].every((heading) => headings.includes(heading))
}
