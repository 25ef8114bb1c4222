import { hc, type ClientResponse, type InferResponseType } from 'hono/client'
import type { App } from '../../../api/app.ts'
import { base } from './path.ts'

const { api } = hc<App>(`${base}/`)
/** A typed client of the server's API. */
export const { v1 } = api

export type Query = Record<string, string>

/** A rejected request; `fields` has a message for each rejected input. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly fields: Record<string, string>
  /** The server's PUBLIC_URL if the dashboard was opened at another address; null if it isn't set. */
  readonly publicUrl: string | null | undefined
  /** The kind of problem, where the status alone doesn't tell. */
  readonly type: string | undefined

  constructor(
    status: number,
    detail: string,
    fields: Record<string, string> = {},
    { publicUrl, type }: { publicUrl?: string | null; type?: string } = {},
  ) {
    super(detail)
    this.status = status
    this.fields = fields
    this.publicUrl = publicUrl
    this.type = type
  }
}

/** The resolved value of a call. */
export type Result<T extends (...input: never[]) => unknown> = Awaited<ReturnType<T>>
/** The body of a route's successful response. */
export type Answer<Route> = InferResponseType<Route, 200>

/** @throws ApiError if the request is rejected */
export async function answer<T>(request: Promise<ClientResponse<T>>): Promise<T> {
  const response = await request
  if (!response.ok) throw await problem(response)
  return response.json() as Promise<T>
}

/**
 * Waits for a request without reading its body.
 * @throws ApiError if it is rejected
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
    type?: string
  }
  const fields = Object.fromEntries(
    (body.errors ?? []).map(({ field, message }) => [field, message]),
  )
  return new ApiError(response.status, body.detail ?? '', fields, body)
}

export function post(path: string, body: object): Promise<Response> {
  return fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
