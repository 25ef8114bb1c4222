import { OpenAPIHono, z } from '@hono/zod-openapi'
import { listImports, type ImportRecord } from '../../db/importing/undoing.ts'
import { Conflict, NotFound } from '../../surveys/errors.ts'
import { auditActor, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { tellable } from '../base/problems.ts'
import { route } from '../base/route.ts'
import { answers } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { belongings, importRecord } from './schemas.ts'
import { findUndoPreview, isWorkedOn, undo, undoLines } from './undo.ts'

const params = z.object({ id: z.string() })
const query = z.strictObject({
  confirmed: z
    .enum(['true'], 'must be true')
    .optional()
    .openapi({ description: 'Also if people have worked on what is deleted' }),
})

/** Routes for listing and undoing imports. */
export function importRoutes(deps: Deps) {
  const { db, log } = deps
  const undoing = new Set<string>()
  const toJson = ({ id, surveyId, surveyName, ...run }: ImportRecord) => ({
    id,
    survey: { id: surveyId, name: surveyName },
    fileName: run.fileName,
    rows: run.rows,
    stored: run.stored,
    finishedAt: run.finishedAt,
    undoneAt: run.undoneAt,
    isBeingUndone: undoing.has(id),
  })
  const find = async (id: string) => {
    const found = await findUndoPreview(deps, id)
    if (!found) throw new NotFound('import')
    return found
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('admin', 'get', '/imports', {
        responses: answers(z.object({ imports: z.array(importRecord) }), 'Imports, latest first'),
      }),
      async (context) => context.json({ imports: (await listImports(db)).map(toJson) }),
    )
    .openapi(
      route('admin', 'get', '/imports/{id}', {
        request: { params },
        responses: answers(
          importRecord.extend({ belongings }),
          'An import, and what undoing it would delete',
        ),
      }),
      async (context) => {
        const { run, belongings } = await find(context.req.valid('param').id)
        return context.json({ ...toJson(run), belongings }, 200)
      },
    )
    .openapi(
      route('admin', 'delete', '/imports/{id}', {
        request: { params, query },
        responses: answers(importRecord, 'The import, which is being undone'),
      }),
      async (context) => {
        const preview = await find(context.req.valid('param').id)
        const { run } = preview
        if (isWorkedOn(preview) && !context.req.valid('query').confirmed)
          throw new Conflict(`${undoLines(preview).join(' ')} Send "confirmed=true" to undo it.`)
        if (!undoing.has(run.id)) {
          undoing.add(run.id)
          // Not awaited, since a large one takes minutes. If interrupted, the server's next start
          // resumes it.
          undo(deps, preview, undefined, auditActor(context.get('actor')))
            .catch((error: unknown) => log.error({ error: tellable(error) }, 'Undoing failed'))
            .finally(() => undoing.delete(run.id))
        }
        return context.json(toJson(run), 200)
      },
    )
}
