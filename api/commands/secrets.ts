import { COMMAND, recordAudit } from '../../db/audit/audit.ts'
import { rotateSecrets } from '../../db/secrets/rotate.ts'
import { runCommand } from './open.ts'
import { readOptions, refuse } from './readOptions.ts'

const USAGE = `npm run secrets -- rotate
  seals every stored secret with a new key in the file beside the database, in one transaction
  with SECRET_KEY=NEW,OLD it seals them with NEW; set SECRET_KEY=NEW afterwards and restart`

const { positionals } = readOptions(USAGE, { options: {}, allowPositionals: true })
if (positionals.join(' ') !== 'rotate') refuse('Say what to do: rotate.', USAGE)

await runCommand(async ({ db, config, now }) => {
  const { sealed, unreadable } = await rotateSecrets(db, config.databaseUrl, config.secretKey)
  const details = { sealed, unreadable }
  await recordAudit(db, { at: now(), actor: COMMAND, action: 'secrets.rotated', details })
  console.log(`Sealed anew: ${sealed}.`)
  if (unreadable) console.error(`Left as they are, since no key here opens them: ${unreadable}.`)
  return 0
})
