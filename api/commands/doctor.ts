import { parseArgs } from 'node:util'
import { examine } from '../../db/doctor.ts'
import { futureDated, redateFuture } from '../../db/redating.ts'
import { runCommand } from './open.ts'

const { values } = parseArgs({ options: { 'redate-future': { type: 'boolean' } } })

await runCommand(async ({ db, now, workspace: { timeZone } }) => {
  const world = { now: now(), timeZone }
  if (values['redate-future'])
    console.log(`Dated today: ${await redateFuture(db, world)} responses that were dated later.`)
  const untrue = [...(await examine(db)), ...(await futureDated(db, world))]
  for (const line of untrue) console.error(line)
  console.log(untrue.length ? `${untrue.length} things are untrue.` : 'All is well.')
  return untrue.length ? 1 : 0
})
