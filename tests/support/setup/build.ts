import { execFileSync } from 'node:child_process'
import { forgetStatements } from '../recording.ts'

/**
 * Builds what `npm start` runs, once, before tests that open a database, whose threads are built
 * programs, or start a server.
 */
export default function build() {
  forgetStatements()
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
