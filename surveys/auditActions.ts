/**
 * The actions that the audit log records, as `subject.event`. Never rename one, since stored entries
 * use these names.
 */
export const AUDIT_ACTIONS = [
  'session.started',
  'session.refused',
  'session.ended',
  'session.revoked',
  'person.invited',
  'person.invitation_withdrawn',
  'person.joined',
  'person.added',
  'person.role_changed',
  'person.deactivated',
  'person.reactivated',
  'person.reset_link_created',
  'person.password_reset',
  'person.password_changed',
  'person.two_factor_enabled',
  'person.two_factor_disabled',
  'person.recovery_codes_created',
  'person.recovery_code_used',
  'secrets.rotated',
  'key.created',
  'key.revoked',
  'names.viewed',
  'export.downloaded',
  'import.finished',
  'import.undone',
  'workspace.changed',
  'signing_key.viewed',
  'audit_log.downloaded',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/**
 * Who acted: a person, a program with an API key, a command on the server, or someone who hasn't signed
 * in.
 */
export const AUDIT_ACTORS = ['person', 'key', 'command', 'unknown'] as const

export type AuditActorKind = (typeof AUDIT_ACTORS)[number]
