import { z } from 'zod'
import { addKey, listKeys, revokeKey } from '../../db/apiKeys/apiKeys.ts'
import { COMMAND } from '../../db/audit/audit.ts'
import { ROLES } from '../../db/schema/index.ts'
import { dayFromIso, startOf } from '../../surveys/days.ts'
import { NotFound } from '../../surveys/errors.ts'
import { KEY_SCOPES, type KeyScope } from '../../surveys/keyScopes.ts'
import { LONGEST_SHORT_NAME } from '../../surveys/limits.ts'
import { keyLines } from '../apiKeys/keyLines.ts'
import { newKey, SCOPES_OF_ROLE } from '../apiKeys/newKey.ts'
import { todayIn } from '../base/today.ts'
import { runCommand } from './open.ts'
import { readOptions, refuse } from './readOptions.ts'

const USAGE = `npm run key -- list
  lists the keys: id, first characters, scopes, last use, state, name

npm run key -- add --name N --scopes ${KEY_SCOPES.join(',')} [--until DAY]
  creates a key and prints it once; it works to the end of DAY, such as 2027-01-31
  read      surveys, scores and responses without names
  followUp  cases, and what else a lead may do
  export    CSV exports
  ask       links to surveys
  admin     everything
  --role ${ROLES.join('|')} stands for the scopes with which a key may do what that role may

npm run key -- revoke --id ID
  ends a key at once`

const text = (name: string) => z.string(`${name} is missing`)

const newKeyInput = z.object({
  name: z.string('--name says what the key is for').trim().min(1).max(LONGEST_SHORT_NAME),
  scopes: text('--scopes')
    .transform((list) => list.split(',') as KeyScope[])
    .refine(
      (scopes) => scopes.every((scope) => KEY_SCOPES.includes(scope)),
      `--scopes must be some of ${KEY_SCOPES.join(', ')}, with commas between them`,
    ),
  until: z
    .string()
    .refine((iso) => dayFromIso(iso) !== null, '--until must be a date such as 2027-01-31')
    .transform((iso) => dayFromIso(iso)!)
    .optional(),
})

const { values, positionals } = readOptions(USAGE, {
  options: {
    name: { type: 'string' },
    scopes: { type: 'string' },
    role: { type: 'string' },
    until: { type: 'string' },
    id: { type: 'string' },
  },
  allowPositionals: true,
})
const COMMANDS = { list, add, revoke }
const chosen = COMMANDS[positionals.join(' ') as keyof typeof COMMANDS]
if (chosen) await chosen()
else refuse('Say what to do: list, add or revoke.', USAGE)

async function list() {
  await runCommand(async ({ db, workspace, now }) => {
    console.log(
      keyLines(await listKeys(db), { timeZone: workspace.timeZone, now: now() }).join('\n'),
    )
    return 0
  })
}

async function add() {
  const role = z.enum(ROLES).optional().safeParse(values.role)
  if (!role.success) refuse(`--role must be one of ${ROLES.join(', ')}`, USAGE)
  const scopes = values.scopes ?? (role.data && SCOPES_OF_ROLE[role.data].join(','))
  const input = newKeyInput.safeParse({ ...values, scopes })
  if (!input.success) refuse(input.error.issues.map(({ message }) => message).join('\n'), USAGE)
  await runCommand(async (deps) => {
    const { db, workspace, now } = deps
    const { until, ...wanted } = input.data
    if (until !== undefined && until < todayIn(deps)) {
      console.error('--until must be today or later')
      return 2
    }
    const expiresAt = until === undefined ? null : startOf(until + 1, workspace.timeZone)
    const key = newKey()
    await addKey(db, { ...wanted, key, expiresAt, actor: COMMAND, now: now() })
    console.error('This key is shown once; keep it safe:')
    console.log(key)
    return 0
  })
}

async function revoke() {
  const { id } = values
  if (!id) refuse('--id says which key, as "list" shows it', USAGE)
  await runCommand(async ({ db, now }) => {
    try {
      await revokeKey(db, id, { actor: COMMAND, now: now() })
      console.log('The key is refused from now on.')
      return 0
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      console.error(`No valid key has the id ${id}.`)
      return 1
    }
  })
}
