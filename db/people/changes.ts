import { and, eq, exists, isNotNull, isNull, ne, not, or, sql, type SQL } from 'drizzle-orm'
import { Conflict, InvalidInput, NotFound } from '../../surveys/errors.ts'
import { auditStatementIf, type AuditActor } from '../audit/audit.ts'
import { handOver } from '../followUps/changes.ts'
import { canOwn } from '../followUps/owners.ts'
import { session, user, workspace, type Role } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { withdrawLinks } from './accountLinks.ts'

export type PersonChange = {
  role?: Role | undefined
  active?: boolean | undefined
  /** New owner of the open follow-ups if the person can no longer own them; null for nobody. */
  handOverTo?: string | null | undefined
}

/** Who makes a change, for the audit log and by name, and when in milliseconds UTC. */
export type Doing = { actor: AuditActor; by: string; now: number }

/**
 * Changes a person's role, deactivates or reactivates them, in one transaction. Deactivating ends their
 * sessions. Open follow-ups of someone who can no longer own them are handed over, and links of someone
 * who is no longer an admin stop working.
 * @returns how many follow-ups were handed over
 * @throws NotFound
 * @throws Conflict if no active admin would remain
 * @throws InvalidInput if the new owner can't own follow-ups
 */
export async function changePerson(
  db: Db,
  id: string,
  change: PersonChange,
  doing: Doing,
): Promise<number> {
  const results = await db.atomically((orm) => statements(orm, id, change, doing))
  const [updated, handedOver] = [results.at(-1)!, results.at(-2)!]
  if (updated.length) return losesFollowUps(change) ? handedOver.length : 0
  const found = await db.orm.select({ id: user.id }).from(user).where(eq(user.id, id))
  if (!found.length) throw new NotFound('person')
  if (change.handOverTo) {
    const owner = and(eq(user.id, change.handOverTo), ne(user.id, id), canOwn)
    if (!(await db.orm.select({ id: user.id }).from(user).where(owner)).length)
      throw new InvalidInput([
        { field: 'handOverTo', message: 'must be the id of someone else who can own cases' },
      ])
  }
  throw new Conflict('This is the last administrator. Make someone else one first.')
}

const losesFollowUps = ({ role, active }: PersonChange) => active === false || role === 'viewer'
const losesAdmin = ({ role, active }: PersonChange) =>
  active === false || (role !== undefined && role !== 'admin')

/**
 * Builds the statements. The last returns the id if the change was allowed; the one before it, the ids
 * of the follow-ups handed over.
 */
function statements(orm: Orm, id: string, change: PersonChange, doing: Doing): Statement[] {
  const { role, active, handOverTo = null } = change
  const { actor, by, now } = doing
  // Changes the person's row last, so that every condition sees its old state.
  const allowed = mayChange(orm, id, change)
  const changes = (condition: SQL | undefined) => personExists(orm, and(eq(user.id, id), condition))
  const record = (
    action: 'person.role_changed' | 'person.deactivated' | 'person.reactivated',
    condition: SQL,
  ) =>
    auditStatementIf(orm, and(allowed, changes(condition))!, {
      at: now,
      actor,
      action,
      subjectId: id,
      details: action === 'person.role_changed' ? { role: role! } : undefined,
    })
  return [
    ...(losesAdmin(change) ? [inTurn(orm)] : []),
    ...(role === undefined ? [] : [record('person.role_changed', ne(user.role, role))]),
    ...(active === true ? [record('person.reactivated', isNotNull(user.deactivatedAt))] : []),
    ...(active === false
      ? [
          record('person.deactivated', isNull(user.deactivatedAt)),
          orm.delete(session).where(and(eq(session.userId, id), allowed)),
        ]
      : []),
    ...(losesAdmin(change) ? [withdrawLinks(orm, allowed, { userId: id, now })] : []),
    ...(losesFollowUps(change)
      ? handOver(orm, allowed, { from: id, to: handOverTo, by, now })
      : []),
    orm
      .update(user)
      .set({
        updatedAt: new Date(now),
        ...(role !== undefined && { role }),
        ...(active === true && { deactivatedAt: null }),
        ...(active === false && { deactivatedAt: sql`coalesce(${user.deactivatedAt}, ${now})` }),
      })
      .where(and(eq(user.id, id), allowed))
      .returning({ id: user.id }),
  ]
}

/**
 * Locks the workspace's row, so that on an engine with concurrent writers changes that remove an admin
 * run one after another, and the next sees who is still an admin.
 */
function inTurn(orm: Orm): Statement {
  return orm
    .update(workspace)
    .set({ name: sql`${workspace.name}` })
    .where(eq(workspace.id, 1))
}

/** Whether an admin remains and the new owner can own follow-ups. */
function mayChange(orm: Orm, id: string, change: PersonChange): SQL {
  const isAdmin = and(eq(user.role, 'admin'), isNull(user.deactivatedAt))
  const leavesAdmin = or(
    not(personExists(orm, and(eq(user.id, id), isAdmin))),
    personExists(orm, and(ne(user.id, id), isAdmin)),
  )
  const { handOverTo } = change
  return and(
    personExists(orm, eq(user.id, id)),
    losesAdmin(change) ? leavesAdmin : undefined,
    handOverTo
      ? personExists(orm, and(eq(user.id, handOverTo), ne(user.id, id), canOwn))
      : undefined,
  )!
}

function personExists(orm: Orm, condition: SQL | undefined): SQL {
  return exists(orm.select({ id: user.id }).from(user).where(condition))
}
