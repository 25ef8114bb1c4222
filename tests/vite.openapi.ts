import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { inlineScripts } from '../web/respondent/inlineScripts.ts'

/** Builds the linter of the OpenAPI document as a program for Node. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  plugins: [inlineScripts()],
  build: {
    ssr: true,
    outDir: 'dist/openapi',
    target: 'node20',
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { lint: 'tests/openapi/lint.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
