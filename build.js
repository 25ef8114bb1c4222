// Builds the named parts whose sources have changed: node build.js api dashboard
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
  // Removed while it builds, so that an interrupted build isn't taken for a complete one.
  rmSync(stamp, { force: true })
  const command = [VITE, 'build', '--config', config, '--logLevel', 'warn']
  // Otherwise a test run, in which NODE_ENV is "test", would build with Solid's development version.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', env })
  if (status !== 0) fail(`The build of ${name} failed.`)
  writeFileSync(stamp, hash)
}

/** Hashes all files in these folders, the versions of the packages, and this script. */
function hashOf(folders) {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'build.js']) hash.update(readFileSync(file))
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
