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
  /** Who gets the open follow-ups of a person who can't own them any more; null for nobody. */
  handOverTo?: string | null | undefined
}

/** Who makes a change, for the audit log and by name, and when, in milliseconds UTC. */
export type Doing = { actor: AuditActor; by: string; now: number }

/**
 * Changes a person's role, deactivates or reactivates them. Deactivating ends their sessions; who can no
 * longer own follow-ups hands the open ones over; who is no longer an admin leaves no usable links
 * behind. All of it happens, or nothing.
 * @returns how many follow-ups were handed over
 * @throws NotFound
 * @throws Conflict if nobody would be left who manages people
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

/** The last statement returns the id if the change was allowed; the one before, what was handed over. */
function statements(orm: Orm, id: string, change: PersonChange, doing: Doing): Statement[] {
  const { role, active, handOverTo = null } = change
  const { actor, by, now } = doing
  // The person's row changes last, so every condition sees it as it was.
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
 * Makes changes that take an admin away wait for each other, where an engine runs writes side by side:
 * the next one then sees who is still an admin.
 */
function inTurn(orm: Orm): Statement {
  return orm
    .update(workspace)
    .set({ name: sql`${workspace.name}` })
    .where(eq(workspace.id, 1))
}

/** An admin always remains, and follow-ups go to someone who can own them. */
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
