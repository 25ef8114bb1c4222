import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { inlineScripts } from '../web/respondent/inlineScripts.ts'

const BROWSER = ['tests/**/*.browser.test.ts']
/** Tests that open a database, whose threads run built programs, or check the build. */
const API = ['tests/{api,db}/**/*.test.ts', 'tests/web/dashboard/size.test.ts']
const BUILD = 'tests/support/setup/build.ts'
const RECORD = 'tests/support/recordStatements.mjs'
const TRAVELS = 'tests/db/engines/postgres/travels.test.ts'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [inlineScripts()],
  test: {
    // More workers than cores, since browser tests wait half of the time.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    expect: { requireAssertions: true, poll: { timeout: 8_000 } },
    testTimeout: 10_000,
    hookTimeout: 10_000,
    // Retries where nobody can rerun a test; the report names what needed it.
    retry: process.env.CI ? 1 : 0,
    // One import of the sources serves all files that a worker runs.
    isolate: false,
    projects: [
      {
        extends: true,
        // Solid's browser build; the one for Node renders once and doesn't react to changes.
        resolve: { conditions: ['browser'] },
        ssr: { resolve: { conditions: ['browser'] } },
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: [...API, ...BROWSER],
          server: { deps: { inline: [/solid/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: API,
          exclude: [TRAVELS],
          globalSetup: BUILD,
          setupFiles: RECORD,
          // Programs that a test starts take seconds each on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          globalSetup: [
            BUILD,
            'tests/support/setup/fetchPrograms.ts',
            'tests/support/setup/exampleFolder.ts',
          ],
          // Waits are short on a quiet machine and succeed on a busy one.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      // Runs last, since it repeats on PostgreSQL what the others ran.
      {
        extends: true,
        test: { name: 'travels', include: [TRAVELS], sequence: { groupOrder: 1 } },
      },
    ],
  },
})
