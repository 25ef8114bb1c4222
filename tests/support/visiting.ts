import type { Hono } from 'hono'

const FORM = 'application/x-www-form-urlencoded'

/** A customer's time to answer, in milliseconds; faster answers are suspected. */
const READING = 5_000

/** An opened page: its content, and what it will send. */
export type Opened = { html: string; token: string; id: string; answered: Response }

type World = {
  // oxlint-disable-next-line typescript/no-explicit-any -- an app is visited whatever its routes may use
  app: Pick<Hono<any>, 'request'>
  clock: { now: number }
}

/**
 * Creates functions for what customers do on a survey's page: open it, save as its script does, send
 * its form.
 */
export function visiting(world: () => World, slug: string) {
  const get = async (path: string, headers: Record<string, string> = {}) =>
    world().app.request(`http://ohlas.test/s/${path}`, { headers })

  const open = async (query = '', headers: Record<string, string> = {}): Promise<Opened> => {
    const answered = await get(`${slug}${query}`, headers)
    const html = await answered.text()
    world().clock.now += READING
    const field = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
    return { html, answered, token: field('token'), id: field('response') }
  }

  const putText = async (id: string, body: BodyInit, headers: Record<string, string> = {}) =>
    world().app.request(`http://ohlas.test/s/${slug}/responses/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })

  const put = (
    { id, token }: Pick<Opened, 'id' | 'token'>,
    answers: unknown,
    more: Record<string, unknown> = {},
  ) => putText(id, JSON.stringify({ token, answers, ...more }))

  const postText = async (body: BodyInit, headers: Record<string, string> = {}, query = '') =>
    world().app.request(`http://ohlas.test/s/${slug}${query}`, {
      method: 'POST',
      headers: { 'content-type': FORM, ...headers },
      body,
    })

  const post = (
    { id, token }: Pick<Opened, 'id' | 'token'>,
    fields: [string, string][],
    query = '',
  ) =>
    postText(
      new URLSearchParams([['token', token], ['response', id], ...fields]).toString(),
      {},
      query,
    )

  return { get, open, put, putText, post, postText }
}
