import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const FOLDERS = ['surveys', 'db', 'api', 'web'] as const
type Folder = (typeof FOLDERS)[number]

/** `surveys ← db ← api` and `surveys ← web`: what each folder may take from. */
const MAY_IMPORT: Record<Folder, Folder[]> = {
  surveys: ['surveys'],
  db: ['db', 'surveys'],
  api: ['api', 'db', 'surveys'],
  web: ['web', 'surveys'],
}

/** Three doors: the server renders the respondent's page and serves scripts, and the dashboard takes the type `App`. */
const DOORS = [
  { from: /^api\/respond\/\w+\.ts$/, to: /^web\/respondent\// },
  {
    from: /^api\/respond\/scriptRoutes\.ts$/,
    to: /^web\/(widget\/index|respondent\/(solve|kiosk\/worker))\.ts/,
  },
  { from: /^web\/dashboard\/base\/api\.ts$/, to: /^api\/app\.ts$/, onlyType: true },
]

/** Packages that belong to one folder alone. */
const OWNERS: [pattern: RegExp, owners: RegExp][] = [
  [/^(drizzle-orm|better-sqlite3|drizzle-kit)(\/|$)/, /^(db\/|drizzle\.config)/],
  [/^hono\/html$/, /^(api|web\/respondent)\//],
  [/^(hono|@hono\/[\w-]+)(\/|$)/, /^api\/|^web\/dashboard\/base\/api\.ts$|^web\/respondent\//],
  [/^(solid-js|@solidjs\/|@kobalte\/|chart\.js)/, /^web\/dashboard\//],
  [/^node:/, /^(api|db)\/|^web\/(vite\.|respondent\/(inlineScripts|layout))/],
]

type Import = { file: string; target: string; line: string }

const files = FOLDERS.flatMap((folder) => sources(join(root, folder)))
const imports = files.flatMap(importsOf)

it('reads the sources it judges', () => {
  expect(imports.length).toBeGreaterThan(200)
})

it('lets imports point one way', () => {
  const wrong = imports.filter(({ file, target, line }) => {
    if (!target.startsWith('.')) return false
    const to = relative(root, resolve(root, dirname(file), target))
    const [from, into] = [folderOf(file), folderOf(to)]
    if (MAY_IMPORT[from].includes(into)) return false
    return !DOORS.some(
      (door) =>
        door.from.test(file) &&
        door.to.test(to) &&
        (!door.onlyType || line.startsWith('import type')),
    )
  })
  expect(wrong).toEqual([])
})

it('keeps each package to the folder that owns it', () => {
  const wrong = imports.filter(({ file, target }) =>
    OWNERS.some(([pattern, owners]) => pattern.test(target) && !owners.test(file)),
  )
  expect(wrong).toEqual([])
})

it('lets surveys import zod and nothing else', () => {
  const foreign = imports.filter(
    ({ file, target }) => file.startsWith('surveys/') && !/^(\.|zod$|zod\/)/.test(target),
  )
  expect(foreign).toEqual([])
})

it('reads the environment in one place', () => {
  const readers = files.filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('process.env'),
  )
  expect(readers).toEqual(['api/commands/open.ts'])
})

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [
    ...text.matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm),
  ].map((match) => ({ file, target: match[1] ?? match[2]!, line: match[0].replace(/\s+/g, ' ') }))
}

function folderOf(path: string): Folder {
  return path.split('/')[0] as Folder
}
