import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian's folders for administrators' programs, which are not on other users' PATH. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

/** Returns the path of the first program that is installed; undefined if none is. */
export function findProgram(names: string[], places: string[] = []): string | undefined {
  const paths = names.flatMap((name) => FOLDERS.map((folder) => join(folder, name)))
  return [...paths, ...places].find(isProgram)
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Installs a Debian package, which needs root; does nothing elsewhere. */
export function installPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', name], { stdio: 'inherit' })
}
