import { OpenAPIHono, z } from '@hono/zod-openapi'
import { listAudit, recordAudit, type AuditRow } from '../../db/audit/audit.ts'
import { AUDIT_HEADINGS } from '../../surveys/exporting/headings.ts'
import { auditActor, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { jsonCell, timeCells } from '../exporting/cells.ts'
import { fileResponse } from '../exporting/exports.ts'
import { instantsOf, pageOf, placeOf } from '../base/filters.ts'
import { answers } from '../base/schemas.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { auditEntry, auditExportQuery, auditQuery } from './schemas.ts'

const PAGE = 50
const place = z.tuple([z.int(), z.string()]).transform(([, id]) => id)

/**
 * Routes of the audit log: sign-ins, views of names, exports, and changes of people, keys and settings.
 */
export function auditRoutes(deps: Deps) {
  const { db, now, workspace } = deps
  const filterOf = ({ action, actor, ...days }: z.infer<typeof auditExportQuery>) => ({
    action,
    actorId: actor,
    ...instantsOf(days, deps),
  })

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('admin', 'get', '/audit-log', {
        request: { query: auditQuery },
        responses: answers(
          z.object({ entries: z.array(auditEntry), next: z.string().nullable() }),
          'A page of the audit log, latest first',
        ),
      }),
      async (context) => {
        const { cursor, ...query } = context.req.valid('query')
        const rows = await listAudit(db, {
          ...filterOf(query),
          after: placeOf(place, cursor),
          limit: PAGE + 1,
        })
        const { page, next } = pageOf(rows, PAGE, ({ at, id }) => [at, id])
        return context.json({ entries: page.map(toEntry), next })
      },
    )
    .openapi(
      route('admin', 'get', '/audit-log.csv', {
        request: { query: auditExportQuery },
        responses: {
          200: {
            description: 'Exactly the entries that the filter shows',
            content: { 'text/csv': { schema: z.string() } },
          },
        },
      }),
      async (context) => {
        const filter = filterOf(context.req.valid('query'))
        const actor = auditActor(context.get('actor'))
        await recordAudit(db, { at: now(), actor, action: 'audit_log.downloaded' })
        return fileResponse(
          deps,
          context,
          { kind: 'csv' },
          {
            what: 'audit-log',
            header: Object.values(AUDIT_HEADINGS),
            read: (last: AuditRow | undefined, limit) =>
              listAudit(db, { ...filter, after: last?.id, limit }),
            cells: (row) => [
              ...timeCells(row.at, workspace.timeZone),
              row.action,
              row.actorKind,
              row.actorId,
              row.surveyId,
              row.subjectId,
              jsonCell(row.details ?? {}),
            ],
          },
        )
      },
    )
}

function toEntry(row: AuditRow): z.infer<typeof auditEntry> {
  const { id, at, action, actorKind, actorId, actorName, surveyId, subjectId } = row
  return {
    id,
    at,
    action,
    actor: { kind: actorKind, id: actorId, name: actorName },
    survey: surveyId === null ? null : { id: surveyId, name: row.surveyName },
    subject: subjectId === null ? null : { id: subjectId, name: row.subjectName },
    details: row.details ?? {},
  }
}
