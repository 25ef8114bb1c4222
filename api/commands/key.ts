import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { addKey } from '../../db/people/people.ts'
import { ROLES } from '../../db/schema/index.ts'
import { runCommand } from './open.ts'
import { readOptions, refuse } from './readOptions.ts'

const USAGE = `npm run key -- add --name N --role ${ROLES.join('|')}`

const argumentsSchema = z.object({
  name: z.string('--name says what the key is for').trim().min(1).max(100),
  role: z.enum(ROLES, `--role must be one of ${ROLES.join(', ')}`),
})

const input = readArguments()
if (input)
  await runCommand(async ({ db, now }) => {
    const key = `ohlas_${randomBytes(32).toString('base64url')}`
    await addKey(db, { ...input, key, now: now() })
    console.error('This key is shown once; keep it safe:')
    console.log(key)
    return 0
  })
else process.exitCode = 2

function readArguments(): z.infer<typeof argumentsSchema> | undefined {
  const { values, positionals } = readOptions(USAGE, {
    options: { name: { type: 'string' }, role: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.join(' ') !== 'add') refuse('The only thing to do is "add".', USAGE)
  const input = argumentsSchema.safeParse(values)
  for (const { message } of input.error?.issues ?? []) console.error(message)
  return input.data
}
