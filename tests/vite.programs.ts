import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { inlineScripts } from '../web/respondent/inlineScripts.ts'

/** Builds the programs that measure the product: the benchmark and the simulations. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  plugins: [inlineScripts()],
  ssr: { noExternal: true, external: ['better-sqlite3', 'pino', 'playwright-core'] },
  build: {
    ssr: true,
    outDir: 'dist/programs',
    target: 'node20',
    rolldownOptions: {
      input: {
        bench: 'tests/bench/main.ts',
        references: 'tests/bench/references.ts',
        intervals: 'tests/simulations/intervals.ts',
        sqliteReader: 'db/engines/sqlite/reader.ts',
        sqliteWriter: 'db/engines/sqlite/writer.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
