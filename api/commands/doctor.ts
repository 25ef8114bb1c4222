import { checkScoreboard } from '../../db/doctor.ts'
import { futureDated, redateFuture } from '../../db/scores/redating.ts'
import { runCommand } from './open.ts'
import { readOptions } from './readOptions.ts'

const USAGE = `npm run doctor [-- --redate-future]
  checks the database; --redate-future first dates responses from the future today`

const { values } = readOptions(USAGE, { options: { 'redate-future': { type: 'boolean' } } })

await runCommand(async ({ db, now, workspace: { timeZone } }) => {
  const world = { now: now(), timeZone }
  if (values['redate-future'])
    console.log(`Responses from the future dated today: ${await redateFuture(db, world)}.`)
  const faults = [...(await checkScoreboard(db)), ...(await futureDated(db, world))]
  for (const line of faults) console.error(line)
  const found = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  console.log(faults.length ? `Found ${found}.` : 'All is well.')
  return faults.length ? 1 : 0
})
