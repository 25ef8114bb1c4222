import { answer, v1, type Query, type Result } from '../base/client.ts'

export const auditLog = (query: Query) => answer(v1['audit-log'].$get({ query }))

export type AuditEntry = Result<typeof auditLog>['entries'][number]
