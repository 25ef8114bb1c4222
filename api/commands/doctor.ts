import { examine } from '../../db/doctor.ts'
import { runCommand } from './open.ts'

await runCommand(async ({ db }) => {
  const untrue = await examine(db)
  for (const line of untrue) console.error(line)
  console.log(untrue.length ? `${untrue.length} things are untrue.` : 'All is well.')
  return untrue.length ? 1 : 0
})
