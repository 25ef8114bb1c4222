import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { ROLES } from '../../db/schema/index.ts'
import { addPerson } from '../base/auth.ts'
import { runCommand } from './open.ts'
import { readOptions, refuse } from './readOptions.ts'
import { SHORTEST_PASSWORD } from '../../surveys/limits.ts'

const USAGE = `npm run account -- add --email E --role ${ROLES.join('|')} [--name N]
The password is read from standard input (at least ${SHORTEST_PASSWORD} characters).`

const person = z.object({
  email: z.email('--email must be an e-mail address').max(200),
  role: z.enum(ROLES, `--role must be one of ${ROLES.join(', ')}`),
  name: z.string().trim().min(1).max(100),
  password: z
    .string()
    .min(SHORTEST_PASSWORD, `the password must have at least ${SHORTEST_PASSWORD} characters`)
    .max(200, 'the password must have at most 200 characters'),
})

const input = await readArguments()
if (input)
  await runCommand(async ({ auth }) => {
    await addPerson(auth, input)
    console.log(`${input.email} can sign in now, as ${input.role}.`)
    return 0
  })
else process.exitCode = 2

async function readArguments(): Promise<z.infer<typeof person> | undefined> {
  const { values, positionals } = readOptions(USAGE, {
    options: { email: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.join(' ') !== 'add') refuse('The only thing to do is "add".', USAGE)
  if (process.stdin.isTTY) console.error('Password, then Enter and Ctrl-D:')
  const input = person.safeParse({
    ...values,
    name: values.name ?? values.email?.split('@')[0],
    password: (await text(process.stdin)).replace(/\r?\n$/, ''),
  })
  for (const { message } of input.error?.issues ?? []) console.error(message)
  return input.data
}
