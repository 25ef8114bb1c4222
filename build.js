// Builds what is named, where its sources have changed since: node build.js api dashboard
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

process.chdir(import.meta.dirname)

const VITE = 'node_modules/vite/bin/vite.js'
const BUILDS = {
  api: { config: 'web/vite.api.ts', sources: ['api', 'db', 'surveys', 'web'] },
  dashboard: { config: 'web/vite.dashboard.ts', sources: ['surveys', 'web'] },
  programs: { config: 'tests/vite.programs.ts', sources: ['api', 'db', 'surveys', 'tests', 'web'] },
}

for (const name of process.argv.slice(2)) {
  const { config, sources } = BUILDS[name]
  const stamp = `dist/${name}/built-from`
  const hash = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
  if (!existsSync(VITE)) fail('The packages are missing. Run npm ci first.')
  // Gone while it builds, so that a build that was cut off is not taken for a whole one.
  rmSync(stamp, { force: true })
  const command = [VITE, 'build', '--config', config, '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  if (status !== 0) fail(`The build of ${name} failed.`)
  writeFileSync(stamp, hash)
}

/** A hash of all files in these folders and of the versions of the packages. */
function hashOf(folders) {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      hash.update(file).update(readFileSync(file))
    }
  return hash.digest('hex')
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
