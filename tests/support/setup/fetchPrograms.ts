import { fetchBrowser } from '../browser.ts'
import { fetchNginx } from '../nginx.ts'

/**
 * Downloads programs once, before browser tests. What can't be downloaded fails the tests that need it.
 */
export default function fetchPrograms() {
  fetchBrowser()
  fetchNginx()
}
