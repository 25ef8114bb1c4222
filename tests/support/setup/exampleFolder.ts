import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    exampleFolder: string
  }
}

/** Creates a folder for example data that all workers share, and deletes it after the last of them. */
export default function makeExampleFolder(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-example-'))
  project.provide('exampleFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
