import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from '../../base/access.ts'
import type { Deps } from '../../base/deps.ts'
import { TooManyTries } from '../../base/problems.ts'
import { route } from '../../base/route.ts'
import { refuseInvalid } from '../../base/validation.ts'
import { numberOf } from './cursor.ts'

/** Streams per person or key; the tabs of a browser share one. */
const MOST_STREAMS = 20
/** Seconds after which to try again. */
const TRY_AGAIN = 60

/** Route that sends changes of follow-ups as they happen. */
export function liveRoutes({ liveDesks }: Pick<Deps, 'liveDesks'>) {
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid }).openapi(
    route('lead', 'get', '/follow-up-events', {
      request: {
        query: z.object({
          after: z.string('must be given once').optional().openapi({
            description:
              'A `cursor`: the changes after it come first. The header `Last-Event-ID` has precedence.',
          }),
        }),
      },
      responses: {
        200: {
          description:
            'Server-sent events: `ready` first, `changes` with a list of changes, `reset` if some were left out and lists have to be read again, `beat` every 15 seconds. The stream ends with the session, or when the role is taken away.',
          content: { 'text/event-stream': { schema: z.string() } },
        },
      },
    }),
    (context) => {
      const actor = context.get('actor')
      if (liveDesks.countOf(actor.id) >= MOST_STREAMS) throw new TooManyTries(TRY_AGAIN)
      const after = context.req.header('last-event-id') ?? context.req.valid('query').after
      const stream = liveDesks.open(actor, after === undefined ? null : numberOf(after))
      return context.body(stream, 200, {
        'content-type': 'text/event-stream',
        // Makes nginx forward each event at once instead of filling its buffer.
        'x-accel-buffering': 'no',
      })
    },
  )
}
