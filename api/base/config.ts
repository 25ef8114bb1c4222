import { z } from 'zod'
import { parseKeys } from '../../db/secrets/keyFile.ts'
import { isTimeZone } from '../../surveys/days.ts'

export const timeZone = z
  .string('must be text')
  .refine(isTimeZone, 'must be a time zone such as Europe/Prague')

/** Every setting with its environment variable, purpose and valid values. */
const SETTINGS = {
  port: {
    env: 'PORT',
    doc: 'The port to listen on.',
    schema: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  },
  host: {
    env: 'HOST',
    doc: 'The address to listen on.',
    schema: z.string().min(1).default('0.0.0.0'),
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    doc: 'Where the answers are kept: the path of a SQLite file.',
    schema: z
      .string()
      .regex(/^(?!\w+:\/\/(?!\/))/, 'must be the path of a SQLite file, such as data/ohlas.db')
      .transform((url) => url.replace(/^(file|sqlite):(\/\/(?=\/))?/, ''))
      .pipe(z.string().min(1))
      .default('data/ohlas.db'),
  },
  secretKey: {
    env: 'SECRET_KEY',
    isSecret: true,
    doc: 'The key of stored secrets: 32 bytes in base64; before a rotation NEW,OLD. A file beside the database unless set.',
    schema: z
      .string()
      .transform((text, context) => {
        const keys = parseKeys(text)
        if (keys) return keys
        context.addIssue('must be 32 bytes in base64, as `openssl rand -base64 32` prints them')
        return z.NEVER
      })
      .optional(),
  },
  publicUrl: {
    env: 'PUBLIC_URL',
    doc: 'The address under which customers and the team reach this server.',
    schema: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://ask.example.com' })
      .transform((url) => new URL(url))
      .refine(
        ({ username, password, search, hash }) => !username && !password && !search && !hash,
        'must be an address alone, with no password, "?" or "#" in it',
      )
      .refine(
        ({ pathname }) => /^(\/[\w.~-]+)*\/*$/.test(pathname),
        'must have a path of letters, digits and - . _ ~ only, such as https://example.com/feedback',
      )
      .transform(({ origin, pathname }) => origin + pathname.replace(/\/+$/, ''))
      .optional(),
  },
  timeZone: {
    env: 'TIME_ZONE',
    doc: 'The time zone whose days the scores are counted by, taken when the database is made.',
    schema: timeZone.default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  },
  trustProxy: {
    env: 'TRUST_PROXY',
    doc: 'How many proxies stand before this server and tell whom they heard from.',
    schema: z
      .union(
        [z.literal('false').transform(() => 0), z.coerce.number().int().min(0).max(10)],
        'must be false or a number of proxies, 10 at most',
      )
      .default(0),
  },
  rateLimit: {
    env: 'RATE_LIMIT',
    doc: 'How many pages one address may open in a minute, and save four times as often; or off.',
    schema: z
      .union(
        [z.literal('off'), z.coerce.number().int().min(1).max(1_000_000)],
        'must be off or a number of pages',
      )
      .default(600),
  },
  followUpHours: {
    env: 'FOLLOW_UP_HOURS',
    doc: 'Hours in which a let-down customer is owed a first reply.',
    schema: z.coerce
      .number('must be a number of hours')
      .positive()
      .max(24 * 90)
      .default(24),
  },
  logLevel: {
    env: 'LOG_LEVEL',
    doc: 'How much is logged: error, warn, info or silent.',
    schema: z
      .enum(['error', 'warn', 'info', 'silent'], 'must be error, warn, info or silent')
      .default('info'),
  },
} as const

export type Config = {
  [Name in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[Name]['schema']>
}

/** Help text: the names and purposes of all environment variables. */
export const SETTINGS_HELP = Object.values(SETTINGS)
  .map(({ env, doc }) => `  ${env.padEnd(16)} ${doc}`)
  .join('\n')

/** A setting is invalid; the message names it and its valid values. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

/**
 * Reads the settings from environment variables; an empty one counts as unset.
 * @throws BadSetting naming the variable, its value unless it is secret, and the valid values
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const entries = Object.entries(SETTINGS).map(([name, setting]) => {
    const { env, doc, schema } = setting
    const value = environment[env] || undefined
    const result = schema.safeParse(value)
    if (!result.success)
      throw new BadSetting(
        `${env}${'isSecret' in setting ? '' : `=${value}`}: ${result.error.issues[0]!.message}. ${doc}`,
      )
    return [name, result.data]
  })
  return Object.fromEntries(entries) as Config
}
