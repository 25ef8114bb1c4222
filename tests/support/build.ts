import { execFileSync } from 'node:child_process'

/**
 * Once before the tests that open a database or start a server: what they use is what `npm start`
 * runs, and the threads of a database are part of it.
 */
export default function build() {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
}
