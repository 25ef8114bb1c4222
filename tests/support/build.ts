import { execFileSync } from 'node:child_process'

/** Tests that start a server or a browser use what `npm start` runs; the writer thread is part of it. */
export default function buildOnce() {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
