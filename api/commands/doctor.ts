import { examine } from '../../db/doctor.ts'
import { futureDated, redateFuture } from '../../db/redating.ts'
import { runCommand } from './open.ts'
import { readOptions } from './readOptions.ts'

const USAGE = `npm run doctor [-- --redate-future]
  checks the database; --redate-future first dates responses from the future today`

await runCommand(async ({ db, now, workspace: { timeZone } }) => {
  const read = readOptions({ options: { 'redate-future': { type: 'boolean' } } })
  if (!read) {
    console.error(USAGE)
    return 2
  }
  const world = { now: now(), timeZone }
  if (read.values['redate-future'])
    console.log(`Responses from the future dated today: ${await redateFuture(db, world)}.`)
  const untrue = [...(await examine(db)), ...(await futureDated(db, world))]
  for (const line of untrue) console.error(line)
  console.log(
    untrue.length
      ? `${untrue.length} ${untrue.length === 1 ? 'thing is' : 'things are'} untrue.`
      : 'All is well.',
  )
  return untrue.length ? 1 : 0
})
