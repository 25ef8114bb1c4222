import { Hono } from 'hono'
import { z } from 'zod'
import { addWords } from '../../db/responses/additions.ts'
import { setOptedOut } from '../../db/customers/customers.ts'
import { eraseResponse } from '../../db/responses/erase.ts'
import { comment } from '../../surveys/answers.ts'
import { InvalidInput, NotFound } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { limitVisits } from '../base/limits.ts'
import {
  feedbackResponse,
  withdrawalResponse,
  backToFeedback,
  hasRoom,
  isKnown,
  readEvenErased,
  readFeedback,
} from './feedback.ts'
import { limitBody, readForm } from './submissions.ts'

const words = comment.pipe(z.string().min(1))

/**
 * Routes of a customer's private page for one response: reading it, adding text, withdrawing it and
 * opting out. GET never writes; every action is a form's POST.
 */
export function feedbackRoutes(deps: Deps) {
  const { db, now } = deps
  const routes = new Hono()
  limitVisits(routes, deps.config)

  routes.get('/:token', async (context) =>
    feedbackResponse(deps, context, await readEvenErased(deps, context.req.param('token'))),
  )

  routes.post('/:token/additions', limitBody, async (context) => {
    const row = await readFeedback(deps, context.req.param('token'))
    const input = (await readForm(context)).get('text')?.[0] ?? ''
    const text = words.safeParse(input)
    if (!text.success || !hasRoom(row)) return feedbackResponse(deps, context, row, input)
    await addWords(db, row.id, { text: text.data, now: now() })
    return backToFeedback(deps, context, row, 'added')
  })

  routes.get('/:token/withdrawal', async (context) =>
    withdrawalResponse(deps, context, await readFeedback(deps, context.req.param('token'))),
  )

  routes.post('/:token/withdrawal', async (context) => {
    const row = await readFeedback(deps, context.req.param('token'))
    await eraseResponse(db, row.id, now())
    return backToFeedback(deps, context, row)
  })

  routes.post('/:token/opt-out', limitBody, async (context) => {
    const row = await readFeedback(deps, context.req.param('token'))
    const ask = (await readForm(context)).get('ask')?.[0]
    if (ask !== 'never' && ask !== 'again')
      throw new InvalidInput([{ field: 'ask', message: 'must be never or again' }])
    if (!isKnown(row)) throw new NotFound('customer')
    await setOptedOut(db, row, ask === 'never' ? now() : null)
    return backToFeedback(deps, context, row)
  })
  return routes
}
