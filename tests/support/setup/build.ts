import { execFileSync } from 'node:child_process'
import { forgetStatements } from '../recording.ts'

/**
 * Once before the tests that open a database or start a server: what they use is what `npm start`
 * runs, and the threads of a database are part of it.
 */
export default function build() {
  forgetStatements()
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
