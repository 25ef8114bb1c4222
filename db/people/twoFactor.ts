import { and, count, eq, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { NotFound } from '../../surveys/errors.ts'
import { auditStatementIf, type AuditActor } from '../audit/audit.ts'
import { insertFrom } from '../insertFrom.ts'
import { recoveryCode, twoFactor } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { hashOf } from './people.ts'

export type TwoFactor = typeof twoFactor.$inferSelect

/** The purpose that a person's secret is sealed for; see `seal`. */
export const aboutTwoFactor = (userId: string) => `two-factor ${userId}`

/** Reads a person's second factor, even during set-up, when `enabledAt` is null. */
export async function readTwoFactor(db: Db, userId: string): Promise<TwoFactor | undefined> {
  const [row] = await db.orm.select().from(twoFactor).where(eq(twoFactor.userId, userId))
  return row
}

/** Stores the sealed secret of a set-up that a first code will confirm. Replaces an unconfirmed one. */
export async function beginTwoFactor(db: Db, userId: string, secret: string): Promise<void> {
  await db.orm
    .insert(twoFactor)
    .values({ userId, secret, lastStep: 0 })
    .onConflictDoUpdate({
      target: twoFactor.userId,
      set: { secret },
      setWhere: isNull(twoFactor.enabledAt),
    })
}

type Codes = { userId: string; codes: readonly string[]; now: number }

/**
 * Turns the second factor on and stores its recovery codes.
 * @param input.secret the sealed secret that the code was checked with
 * @param input.step the code's step, which can't be used again
 * @returns false if it was turned on or set up again meanwhile
 */
export async function enableTwoFactor(
  db: Db,
  input: Codes & { secret: string; step: number },
): Promise<boolean> {
  const { userId, secret, step, now } = input
  const waits = and(
    eq(twoFactor.userId, userId),
    eq(twoFactor.secret, secret),
    isNull(twoFactor.enabledAt),
  )!
  const results = await db.atomically((orm) => [
    own(orm, exists(waits), 'person.two_factor_enabled', userId, now),
    ...codeStatements(orm, exists(waits), input),
    orm
      .update(twoFactor)
      .set({ enabledAt: now, lastStep: step })
      .where(waits)
      .returning({ userId: twoFactor.userId }),
  ])
  return results.at(-1)!.length > 0
}

/** Replaces all recovery codes. @returns false if two-factor is off */
export async function replaceRecoveryCodes(db: Db, input: Codes): Promise<boolean> {
  const { userId, now } = input
  const isOn = exists(enabledOf(userId))
  await db.atomically((orm) => [
    own(orm, isOn, 'person.recovery_codes_created', userId, now),
    ...codeStatements(orm, isOn, input),
  ])
  return (await readTwoFactor(db, userId))?.enabledAt != null
}

/**
 * Marks a code's step as used, so that neither it nor an earlier one is accepted again.
 * @returns false if it was already used
 */
export async function useStep(db: Db, userId: string, step: number): Promise<boolean> {
  const [used] = await db.atomically((orm) => [
    orm
      .update(twoFactor)
      .set({ lastStep: step })
      .where(and(enabledOf(userId), lt(twoFactor.lastStep, step)))
      .returning({ userId: twoFactor.userId }),
  ])
  return used!.length > 0
}

/** Marks a recovery code as used. @returns false if it is unknown or was already used */
export async function useRecoveryCode(
  db: Db,
  { userId, code, now }: { userId: string; code: string; now: number },
): Promise<boolean> {
  const valid = and(
    eq(recoveryCode.userId, userId),
    eq(recoveryCode.hash, codeHash(userId, code)),
    isNull(recoveryCode.usedAt),
  )!
  const isValid = sql`exists (select 1 from ${recoveryCode} where ${valid})`
  const results = await db.atomically((orm) => [
    own(orm, isValid, 'person.recovery_code_used', userId, now),
    orm
      .update(recoveryCode)
      .set({ usedAt: now })
      .where(valid)
      .returning({ userId: recoveryCode.userId }),
  ])
  return results.at(-1)!.length > 0
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const [row] = await db.orm
    .select({ n: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)))
  return row!.n
}

/** Turns the second factor off and deletes its secret and codes. @throws NotFound if it is off */
export async function removeTwoFactor(
  db: Db,
  userId: string,
  { actor, now }: { actor: AuditActor; now: number },
): Promise<void> {
  const results = await db.atomically((orm) => [
    auditStatementIf(orm, exists(enabledOf(userId)), {
      at: now,
      actor,
      action: 'person.two_factor_disabled',
      subjectId: userId,
    }),
    orm.delete(recoveryCode).where(eq(recoveryCode.userId, userId)),
    orm.delete(twoFactor).where(enabledOf(userId)).returning({ userId: twoFactor.userId }),
  ])
  if (!results.at(-1)!.length) throw new NotFound('second factor')
}

/** Reads the sealed secrets of everyone whose second factor is on, by person. */
export async function sealedTwoFactors(db: Db): Promise<Map<string, string>> {
  const rows = await db.background
    .select({ userId: twoFactor.userId, secret: twoFactor.secret })
    .from(twoFactor)
    .where(isNotNull(twoFactor.enabledAt))
  return new Map(rows.map(({ userId, secret }) => [userId, secret]))
}

const enabledOf = (userId: string) =>
  and(eq(twoFactor.userId, userId), isNotNull(twoFactor.enabledAt))!

const exists = (condition: SQL) => sql`exists (select 1 from ${twoFactor} where ${condition})`

/** Records a change of a person to their own second factor, if the condition holds. */
function own(
  orm: Orm,
  condition: SQL,
  action:
    'person.two_factor_enabled' | 'person.recovery_codes_created' | 'person.recovery_code_used',
  userId: string,
  now: number,
): Statement {
  const actor = { kind: 'person', id: userId } as const
  return auditStatementIf(orm, condition, { at: now, actor, action, subjectId: userId })
}

function codeStatements(orm: Orm, condition: SQL, { userId, codes }: Codes): Statement[] {
  return [
    orm.delete(recoveryCode).where(and(eq(recoveryCode.userId, userId), condition)),
    ...codes.map((code) =>
      insertFrom(
        orm,
        recoveryCode,
        { userId, hash: codeHash(userId, code) },
        sql`where ${condition}`,
      ),
    ),
  ]
}

/** Hashes a recovery code with its person's id. Codes are random enough to need no slow hash. */
const codeHash = (userId: string, code: string) => hashOf(`${userId} ${code}`)
