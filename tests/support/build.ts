import { execFileSync } from 'node:child_process'
import { fetchBrowser } from './browser.ts'
import { fetchNginx } from './nginx.ts'

/**
 * Once before all tests. Those that start a server or a browser use what `npm start` runs, and the
 * writer thread is part of it. A browser or nginx that can't be fetched fails the tests that need it.
 */
export default function prepare() {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
  fetchBrowser()
  fetchNginx()
}
