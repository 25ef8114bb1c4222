/**
 * The program of a thread. A thread needs plain JavaScript: in tests, which run this file as
 * TypeScript, the built one.
 */
export const program = (name: string) =>
  new URL(
    import.meta.url.endsWith('.ts') ? `../dist/api/${name}.js` : `./${name}.js`,
    import.meta.url,
  )
