import type { AuditActor } from '../../db/audit/audit.ts'
import type { FieldError } from '../../surveys/errors.ts'
import type { ImportRequest, Progress } from './importing.ts'
import type { ColumnJson, PreviewJson, ReportJson } from './schemas.ts'

/** Messages from the server to the process that reads a file. */
export type ToProgram =
  /** `now` is the server's clock, in milliseconds UTC. */
  | { kind: 'check'; databaseUrl: string; timeZone: string; now: number; request: ImportRequest }
  | { kind: 'store'; importId: string; skipRejected: boolean; actor: AuditActor }
  | { kind: 'stop' }

/** Messages from that process to the server. */
export type FromProgram =
  | {
      kind: 'progress'
      step: Parameters<Progress>[0]
      done: number
      of: number | null
    }
  /** The columns are known, but not yet mapped. */
  | { kind: 'columns'; format: string; columns: ColumnJson[] }
  | { kind: 'checked'; columns: ColumnJson[]; preview: PreviewJson }
  /** The file can't be imported with these settings. */
  | { kind: 'refused'; problems: FieldError[] }
  | { kind: 'stored'; report: ReportJson }
  /** Nothing was stored, as requested or for this reason. */
  | { kind: 'stopped'; reason: string | null }
  /** Nothing was stored, for an unexpected reason. */
  | { kind: 'failed'; error: { name: string; message: string } }
