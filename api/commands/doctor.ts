import { parseArgs } from 'node:util'
import { examine } from '../../db/doctor.ts'
import { futureDated, redateFuture } from '../../db/redating.ts'
import { runCommand } from './open.ts'

const USAGE = `npm run doctor [-- --redate-future]
  checks the database; --redate-future first dates responses from the future today`

await runCommand(async ({ db, now, workspace: { timeZone } }) => {
  const redate = readArguments()
  if (redate === undefined) {
    console.error(USAGE)
    return 2
  }
  const world = { now: now(), timeZone }
  if (redate)
    console.log(`Dated today: ${await redateFuture(db, world)} responses that were dated later.`)
  const untrue = [...(await examine(db)), ...(await futureDated(db, world))]
  for (const line of untrue) console.error(line)
  console.log(
    untrue.length
      ? `${untrue.length} ${untrue.length === 1 ? 'thing is' : 'things are'} untrue.`
      : 'All is well.',
  )
  return untrue.length ? 1 : 0
})

/** Whether to date responses anew; undefined where something else was asked for. */
function readArguments(): boolean | undefined {
  try {
    const { values } = parseArgs({ options: { 'redate-future': { type: 'boolean' } } })
    return values['redate-future'] ?? false
  } catch {
    return undefined
  }
}
