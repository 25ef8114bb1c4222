import { fetchBrowser } from '../browser.ts'
import { fetchNginx } from '../nginx.ts'

/** Once before the tests in a browser. What can't be fetched fails the tests that need it. */
export default function fetchPrograms() {
  fetchBrowser()
  fetchNginx()
}
