import { hc, type ClientResponse, type InferResponseType } from 'hono/client'
import type { App } from '../../../api/app.ts'
import { base } from './path.ts'

const { api } = hc<App>(`${base}/`)
/** What the server offers to programs and to this dashboard. */
export const { v1 } = api

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

/** What a call resolves with. */
export type Result<T extends (...input: never[]) => unknown> = Awaited<ReturnType<T>>
/** What a route answers with. */
export type Answer<Route> = InferResponseType<Route, 200>

/** @throws ApiError where a request is refused */
export async function answer<T>(request: Promise<ClientResponse<T>>): Promise<T> {
  const response = await request
  if (!response.ok) throw await problem(response)
  return response.json() as Promise<T>
}

/**
 * Waits for a request whose answer isn't read.
 * @throws ApiError where it is refused
 */
export async function done(
  request: Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>,
) {
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

export function post(path: string, body: object): Promise<Response> {
  return fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
