import type { Deps } from './deps.ts'

// Placeholder so that the server builds while the example data is being written.
export async function loadExampleData(_deps: Deps): Promise<void> {}
export async function removeExampleData(_deps: Deps): Promise<void> {}
