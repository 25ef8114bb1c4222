import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { KeyScope } from '../../surveys/keyScopes.ts'

export const ROLES = ['viewer', 'lead', 'admin'] as const

export type Role = (typeof ROLES)[number]

/** The single row of settings that belong to the data, not to the process. */
export const workspace = sqliteTable('workspace', {
  id: integer().primaryKey(),
  name: text().notNull(),
  timeZone: text('time_zone').notNull(),
  /** Signs the survey page's tokens and the sessions. */
  secret: text().notNull(),
  createdAt: integer('created_at').notNull(),
})

/** An API key. The key itself is shown once; only its SHA-256 is stored. */
export const apiKey = sqliteTable('api_key', {
  id: text().primaryKey(),
  name: text().notNull(),
  hash: text().notNull().unique(),
  /**
   * Its first characters, by which people tell keys apart; null for keys created before hints were
   * stored.
   */
  hint: text(),
  scopes: text({ mode: 'json' }).$type<KeyScope[]>().notNull(),
  /** The person or key that created it; null for a command. */
  createdBy: text('created_by'),
  createdAt: integer('created_at').notNull(),
  /** When it expires; null for never. */
  expiresAt: integer('expires_at'),
  /** Rounded down to the hour. */
  lastUsedAt: integer('last_used_at'),
  revokedAt: integer('revoked_at'),
})

/** A person's second factor: the secret of their authenticator app. */
export const twoFactor = sqliteTable('two_factor', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** Sealed: `db/secrets/seal.ts`. */
  secret: text().notNull(),
  /** The 30-second step of the last accepted code; codes up to this step are rejected. */
  lastStep: integer('last_step').notNull(),
  /** Null until a first code confirms the set-up. */
  enabledAt: integer('enabled_at'),
})

/** A code that works once instead of the app's. Only its SHA-256 is stored. */
export const recoveryCode = sqliteTable(
  'recovery_code',
  {
    hash: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    usedAt: integer('used_at'),
  },
  (table) => [index('recovery_code_of_user').on(table.userId)],
)

export const ACCOUNT_LINK_KINDS = ['invite', 'reset'] as const

export type AccountLinkKind = (typeof ACCOUNT_LINK_KINDS)[number]

/**
 * A link for joining or for setting a new password, usable once. Only its token's SHA-256 is stored.
 */
export const accountLink = sqliteTable(
  'account_link',
  {
    id: text().primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    kind: text({ enum: ACCOUNT_LINK_KINDS }).notNull(),
    /** The role of the invited person; null for a reset. */
    role: text({ enum: ROLES }),
    /** The person whose password is set, or who joined. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    /** The only address with which the invitation can be accepted; null for any. */
    email: text(),
    name: text(),
    /** The person or key that created it. */
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [index('account_link_of_user').on(table.userId)],
)

// The four tables below are better-auth's, under its names.

export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  image: text(),
  role: text({ enum: ROLES }).notNull(),
  /** When the person was deactivated; null if active. */
  deactivatedAt: integer('deactivated_at'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
})

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('session_of_user').on(table.userId)],
)

export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text(),
    password: text(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('account_of_user').on(table.userId)],
)

export const verification = sqliteTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
})
