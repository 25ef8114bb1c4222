import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { COMMAND, recordAudit } from '../../db/audit/audit.ts'
import { changePerson } from '../../db/people/changes.ts'
import { setPassword } from '../../db/people/passwords.ts'
import { readTwoFactor, removeTwoFactor } from '../../db/people/twoFactor.ts'
import { isActive, listPeople, findPersonId } from '../../db/people/people.ts'
import { ROLES } from '../../db/schema/index.ts'
import { Conflict, InvalidInput } from '../../surveys/errors.ts'
import { LONGEST_PASSWORD, LONGEST_SHORT_NAME, SHORTEST_PASSWORD } from '../../surveys/limits.ts'
import { addPerson, normalEmail } from '../base/auth.ts'
import type { Deps } from '../base/deps.ts'
import { refuseGuessable } from '../people/guessablePasswords.ts'
import { accountLines } from '../people/accountLines.ts'
import { runCommand } from './open.ts'
import { readOptions, refuse } from './readOptions.ts'

const USAGE = `npm run account -- list
  lists the people: address, role, name, last use

npm run account -- add --email E --role ${ROLES.join('|')} [--name N]
  adds a person

npm run account -- reset --email E
  sets a new password and ends the person's sessions

npm run account -- remove --email E
  deactivates a person: they can't sign in, and nobody owns their open cases; undone under
  Settings, People

npm run account -- reset-two-factor --email E
  turns two-factor off for a person who lost their app and recovery codes

add and reset read the password from standard input (at least ${SHORTEST_PASSWORD} characters).`

const password = z
  .string()
  .min(SHORTEST_PASSWORD, `the password must have at least ${SHORTEST_PASSWORD} characters`)
  .max(LONGEST_PASSWORD, `the password must have at most ${LONGEST_PASSWORD} characters`)
const email = z.email('--email must be an email address').max(200)
const newPerson = z.object({
  email,
  role: z.enum(ROLES, `--role must be one of ${ROLES.join(', ')}`),
  name: z.string().trim().min(1).max(LONGEST_SHORT_NAME),
  password,
})

const { values, positionals } = readOptions(USAGE, {
  options: { email: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' } },
  allowPositionals: true,
})
const COMMANDS = { list, add, reset, remove, 'reset-two-factor': resetTwoFactor }
const chosen = COMMANDS[positionals.join(' ') as keyof typeof COMMANDS]
if (chosen) await chosen()
else refuse('Say what to do: list, add, reset, reset-two-factor or remove.', USAGE)

async function list() {
  await runCommand(async ({ db, workspace }) => {
    console.log(accountLines(await listPeople(db), workspace.timeZone).join('\n'))
    return 0
  })
}

async function add() {
  await runWith(
    newPerson,
    { ...values, name: values.name ?? values.email?.split('@')[0], password: await readPassword() },
    async ({ db, auth, workspace, now }, person) => {
      await refuseGuessable(person.password, { ...person, company: workspace.name })
      const { id } = await addPerson(auth, person)
      await recordAudit(db, {
        at: now(),
        actor: COMMAND,
        action: 'person.added',
        subjectId: id,
        details: { role: person.role },
      })
      return `${person.email} can sign in now, as ${person.role}.`
    },
  )
}

async function reset() {
  await runWith(
    z.object({ email, password }),
    { email: values.email, password: await readPassword() },
    async (deps, input) => {
      const { db, auth, workspace, now } = deps
      const id = await idOf(deps, input.email)
      if (!(await isActive(db, id)))
        throw new Conflict(`${input.email} is deactivated. Reactivate them under Settings, People.`)
      const [person] = await listPeople(db, id)
      await refuseGuessable(input.password, { ...person!, company: workspace.name })
      const hash = await (await auth.$context).password.hash(input.password)
      await setPassword(db, 'person.password_reset', COMMAND, { userId: id, hash, now: now() })
      return `${input.email} can sign in with the new password; earlier sessions are over.`
    },
  )
}

async function remove() {
  await runWith(z.object({ email }), { email: values.email }, async (deps, input) => {
    const { db, now } = deps
    const id = await idOf(deps, input.email)
    const doing = { actor: COMMAND, by: 'npm run account', now: now() }
    const cases = await changePerson(db, id, { active: false }, doing)
    return `${input.email} can't sign in any more; open cases left without an owner: ${cases}.`
  })
}

async function resetTwoFactor() {
  await runWith(z.object({ email }), { email: values.email }, async (deps, input) => {
    const { db, now } = deps
    const id = await idOf(deps, input.email)
    if (!(await readTwoFactor(db, id))?.enabledAt)
      throw new Conflict(`${input.email} has no two-factor.`)
    await removeTwoFactor(db, id, { actor: COMMAND, now: now() })
    return `${input.email} can sign in with the password alone.`
  })
}

/** @throws Conflict if nobody has this address */
async function idOf({ db }: Deps, email: string): Promise<string> {
  const id = await findPersonId(db, normalEmail(email))
  if (id === undefined) throw new Conflict(`Nobody has an account with the address ${email}.`)
  return id
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) console.error('Password, then Enter and Ctrl-D:')
  return (await text(process.stdin)).replace(/\r?\n$/, '')
}

/** Checks the arguments, runs the command and prints its result; prints an error as one sentence. */
async function runWith<Input>(
  schema: z.ZodType<Input>,
  sent: unknown,
  command: (deps: Deps, input: Input) => Promise<string>,
) {
  const input = schema.safeParse(sent)
  if (!input.success) {
    for (const { message } of input.error.issues) console.error(message)
    process.exitCode = 2
    return
  }
  await runCommand(async (deps) => {
    try {
      console.log(await command(deps, input.data))
      return 0
    } catch (error) {
      if (error instanceof InvalidInput)
        for (const { field, message } of error.errors) console.error(`the ${field} ${message}`)
      else if (error instanceof Conflict) console.error(error.message)
      else throw error
      return 1
    }
  })
}
