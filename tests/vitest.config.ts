import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { inlineScripts } from '../web/respondent/inlineScripts.ts'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [inlineScripts()],
  test: {
    include: ['tests/**/*.test.ts'],
    // More than there are cores: tests in a browser wait half of their time.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    globalSetup: 'tests/support/build.ts',
    // What is waited for comes soon on a quiet machine, and still comes on a busy one.
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Where nobody is there to look again; what had to be tried twice is named in the report.
    retry: process.env.CI ? 1 : 0,
  },
})
