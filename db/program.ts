const isSource = import.meta.url.endsWith('.ts')

/**
 * Returns the URL of a thread's program. Threads need plain JavaScript, so tests, which run TypeScript,
 * use the built one.
 */
export const program = (name: string) =>
  new URL(isSource ? `../dist/api/${name}.js` : `./${name}.js`, import.meta.url)

/**
 * Returns the folder of an engine's migrations: beside this file, or two folders above the built one.
 */
export const migrationsOf = (engine: string) =>
  new URL(isSource ? `./migrations/${engine}` : `../../db/migrations/${engine}`, import.meta.url)
