import { hc, type ClientResponse } from 'hono/client'
import type { App } from '../../../api/app.ts'
import type { SurveyDraft } from '../../../surveys/definition.ts'
import type { WatchRules } from '../../../surveys/watching/rules.ts'
import { base } from './path.ts'

const { api } = hc<App>(`${base}/`)
const v1 = api.v1

export type Query = Record<string, string>

/** What the server said no to; `fields` names the inputs that it didn't accept. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly fields: Record<string, string>
  /** The address that the server is set up for, where another one is open; null if it has none. */
  readonly publicUrl: string | null | undefined

  constructor(
    status: number,
    detail: string,
    fields: Record<string, string> = {},
    publicUrl?: string | null,
  ) {
    super(detail)
    this.status = status
    this.fields = fields
    this.publicUrl = publicUrl
  }
}

export const me = () => answer(v1.me.$get())
export const workspace = () => answer(v1.workspace.$get())
/** Another time zone counts every answer anew, and resolves when that is done. */
export const changeWorkspace = (json: { name: string; timeZone: string }) =>
  answer(v1.workspace.$patch({ json }))
export const people = async () => (await answer(v1.people.$get())).people
export const overview = () => answer(v1.overview.$get())
export const templates = async () => (await answer(v1.templates.$get())).templates

export const surveys = async () => (await answer(v1.surveys.$get())).surveys
export const createSurvey = (json: {
  template: Template['id']
  name: string
  languages: string[]
}) => answer(v1.surveys.$post({ json }))
/** What is asked of the server for one signed link (docs/links.md). */
export type LinkRequest = {
  properties: Record<string, string>
  customer?: { id?: string; email?: string; name?: string }
  language?: string
  singleUse: boolean
}

/** Links that say what nobody can change, in the order asked for. */
export const signLinks = async (id: string, links: LinkRequest[]) =>
  (await answer(v1.surveys[':id'].links.$post({ param: { id }, json: { links } }))).links.map(
    ({ url }) => url,
  )
/** How many answers came lately by links whose signature does not fit. */
export const linkSignatures = (id: string) =>
  answer(v1.surveys[':id']['link-signatures'].$get({ param: { id } }))
/** A survey with what is being written of it, and what is published. */
export const readDraft = (id: string) => answer(v1.surveys[':id'].$get({ param: { id } }))
/** @throws ApiError 409 when somebody else saved the survey since that revision */
export const saveDraft = (
  id: string,
  json: { revision: number; definition: SurveyDraft; name?: string },
  keepalive: boolean,
) => answer(v1.surveys[':id'].draft.$put({ param: { id }, json }, { init: { keepalive } }))
/** Where a form is posted to that asks for the page as it would be. */
export const previewAddress = (id: string) => `${base}/api/v1/surveys/${id}/preview`
/** What the page would weigh as it travels, and how much of that is for a logo; all in bytes. */
export const weigh = (id: string, definition: SurveyDraft) =>
  answer(v1.surveys[':id'].weight.$post({ param: { id }, json: { definition } }))
export const versions = async (id: string) =>
  (await answer(v1.surveys[':id'].versions.$get({ param: { id } }))).versions
/** Says that one edits, and hears who else does. */
export const editing = async (id: string) =>
  (await answer(v1.surveys[':id'].editors.me.$put({ param: { id } }))).others
export const notEditing = (id: string) =>
  done(v1.surveys[':id'].editors.me.$delete({ param: { id } }, { init: { keepalive: true } }))
export const copySurvey = (json: { copyOf: string; name: string }) =>
  answer(v1.surveys.$post({ json }))
export const eraseTests = async (id: string) =>
  (await answer(v1.surveys[':id']['test-responses'].$delete({ param: { id } }))).erased
/**
 * Makes the draft live as it was seen, or what was asked last.
 * @throws ApiError 409 when that is another one by now
 */
export const publish = (id: string, json: { revision: number } | { version: number }) =>
  answer(v1.surveys[':id'].publication.$put({ param: { id }, json }))
export const pause = (id: string) =>
  answer(v1.surveys[':id'].publication.$delete({ param: { id } }))

export const scores = (id: string, query: Query) =>
  answer(v1.surveys[':id'].scores.$get({ param: { id }, query }))
export const change = (id: string, query: Query) =>
  answer(v1.surveys[':id'].change.$get({ param: { id }, query }))
export const segments = (id: string) => answer(v1.surveys[':id'].segments.$get({ param: { id } }))
/** What the counted answers may be grouped by, hidden or not. */
export const properties = (id: string) =>
  answer(v1.surveys[':id'].properties.$get({ param: { id } }))
/** Hides a property or one of its values, or shows it; the count that follows goes on behind. */
export const hideProperty = (
  id: string,
  property: string,
  json: { hidden: boolean; value?: string | undefined },
) =>
  answer(
    v1.surveys[':id'].properties[':property'].$put({
      param: { id, property: encodeURIComponent(property) },
      json,
    }),
  )
export const exclusions = (id: string, query: Query) =>
  answer(v1.surveys[':id'].exclusions.$get({ param: { id }, query }))
export const countResponses = async (id: string, query: Query) =>
  (await answer(v1.surveys[':id'].responses.count.$get({ param: { id }, query }))).n
/** How many answers are kept apart; 0 where that can't be read now. */
export const countExcluded = (id: string) =>
  countResponses(id, { state: 'excluded' }).catch(() => 0)

export const annotations = (id: string) =>
  answer(v1.surveys[':id'].annotations.$get({ param: { id } }))
export const addAnnotation = (id: string, json: { day: string; text: string }) =>
  answer(v1.surveys[':id'].annotations.$post({ param: { id }, json }))
export const changeAnnotation = (
  id: string,
  annotation: string,
  json: { day: string; text: string },
) =>
  answer(v1.surveys[':id'].annotations[':annotation'].$patch({ param: { id, annotation }, json }))
export const removeAnnotation = (id: string, annotation: string) =>
  done(v1.surveys[':id'].annotations[':annotation'].$delete({ param: { id, annotation } }))

export const restoreAnnotation = (id: string, annotation: string) =>
  answer(
    v1.surveys[':id'].annotations[':annotation'].removal.$delete({ param: { id, annotation } }),
  )

export const responses = (id: string, query: Query) =>
  answer(v1.surveys[':id'].responses.$get({ param: { id }, query }))

/** Sets an answer aside as a robot's, or lets it count. */
export const excludeResponse = (id: string) =>
  done(v1.responses[':id'].exclusion.$put({ param: { id } }))
export const letCount = (id: string) =>
  done(v1.responses[':id'].exclusion.$delete({ param: { id } }))

/** Answers that look automatic and came together, which nobody has reviewed yet; the latest first. */
export const floods = async (id: string) =>
  (await answer(v1.surveys[':id'].floods.$get({ param: { id } }))).floods
/** Counts or excludes some hundred of a flood's answers; to be sent again while any remain. */
export const reviewFlood = (id: string, flood: string, counted: boolean) =>
  answer(v1.surveys[':id'].floods[':flood'].$put({ param: { id, flood }, json: { counted } }))
/** Takes such a decision back, some hundred answers at a time. */
export const undoFlood = (id: string, flood: string) =>
  answer(v1.surveys[':id'].floods[':flood'].review.$delete({ param: { id, flood } }))

export const shifts = (id: string, query: { question?: string }) =>
  answer(v1.surveys[':id'].shifts.$get({ param: { id }, query }))
export const baseline = (id: string, query: { question?: string }) =>
  answer(v1.surveys[':id'].baseline.$get({ param: { id }, query }))
export const setBaseline = (id: string, json: { question?: string; from: string; to?: string }) =>
  answer(v1.surveys[':id'].baseline.$put({ param: { id }, json }))
export const watch = (id: string, query: { question?: string }) =>
  answer(v1.surveys[':id'].watch.$get({ param: { id }, query }))
export const saveWatch = (id: string, json: WatchRules & { question: string }) =>
  answer(v1.surveys[':id'].watch.$put({ param: { id }, json }))

export const alerts = async () => (await answer(v1.alerts.$get())).alerts
/** Reaches the server even when the page is left at once, as a change on the desk does. */
export const acknowledgeAlert = (id: string) =>
  answer(v1.alerts[':id'].acknowledgement.$put({ param: { id } }, { init: { keepalive: true } }))
export const takeBack = (id: string) =>
  answer(v1.alerts[':id'].acknowledgement.$delete({ param: { id } }))

export const followUps = (query: Query) => answer(v1['follow-ups'].$get({ query }))
export const followUp = (id: string) => answer(v1['follow-ups'][':id'].$get({ param: { id } }))
/** Reaches the server even when the page is left at once: the desk has said that it is done. */
export const changeFollowUp = (id: string, json: FollowUpChange) =>
  answer(v1['follow-ups'][':id'].$patch({ param: { id }, json }, { init: { keepalive: true } }))
export const changeFollowUps = async (
  ids: string[],
  change: Pick<FollowUpChange, 'state' | 'owner'>,
) =>
  (
    await answer(
      v1['follow-ups'].$patch({ json: { ids, ...change } }, { init: { keepalive: true } }),
    )
  ).followUps

export const loadExample = () => done(v1['example-data'].$post())
export const removeExample = () => done(v1['example-data'].$delete())

/** Whether a token opens the set-up, and whether nobody has an account yet. */
export const setup = (token: string) => answer(v1.setup.$get({ query: { token } }))
export const setUp = (json: Record<'token' | 'company' | 'name' | 'email' | 'password', string>) =>
  done(v1.setup.$post({ json }))

export const signIn = (email: string, password: string) =>
  done(post('/api/auth/sign-in/email', { email, password }))
export const signOut = () => done(post('/api/auth/sign-out', {}))

type Result<T extends (...input: never[]) => unknown> = Awaited<ReturnType<T>>
export type Me = Result<typeof me>
export type Workspace = Result<typeof workspace>
export type Person = Result<typeof people>[number]
export type Overview = Result<typeof overview>
export type Template = Result<typeof templates>[number]
export type Survey = Result<typeof surveys>[number]
/** One whose address is known, so that it can be handed on. */
export type SharedSurvey = Survey & { url: string }
export type SurveyDetail = Result<typeof readDraft>
export type OtherEditor = Result<typeof editing>[number]
export type Properties = Result<typeof properties>
export type Scores = Result<typeof scores>
export type Score = Scores['total']
export type GroupScore = Scores['segments'][string][string]
export type Change = Result<typeof change>
export type Cause = Change['causes'][string]
export type Annotations = Result<typeof annotations>
export type Annotation = Annotations['annotations'][number]
export type Period = Scores['periods'][number]
export type Comparison = Overview['surveys'][number]['change']
export type Shift = Result<typeof shifts>['shifts'][number]
export type Watch = Result<typeof watch>
export type Alert = Result<typeof alerts>[number]
export type Flood = Result<typeof floods>[number]
export type SurveyResponse = Result<typeof responses>['responses'][number]
export type FollowUps = Result<typeof followUps>
export type FollowUp = FollowUps['followUps'][number]
export type FollowUpDetail = Result<typeof followUp>
type FollowUpState = FollowUp['state']
export type FollowUpChange = { state?: FollowUpState; owner?: string | null; note?: string }

async function answer<T>(request: Promise<ClientResponse<T>>): Promise<T> {
  const response = await request
  if (!response.ok) throw await problem(response)
  return response.json() as Promise<T>
}

async function done(request: Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>) {
  const response = await request
  if (!response.ok) throw await problem(response)
}

async function problem(response: { status: number; json(): Promise<unknown> }): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as {
    detail?: string
    errors?: { field: string; message: string }[]
    publicUrl?: string | null
  }
  const fields = Object.fromEntries(
    (body.errors ?? []).map(({ field, message }) => [field, message]),
  )
  return new ApiError(response.status, body.detail ?? '', fields, body.publicUrl)
}

function post(path: string, body: object): Promise<Response> {
  return fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
