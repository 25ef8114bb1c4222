import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const FOLDERS = ['surveys', 'db', 'api', 'web'] as const
type Folder = (typeof FOLDERS)[number]

/** The folders that each folder may import: `surveys ← db ← api` and `surveys ← web`. */
const MAY_IMPORT: Record<Folder, Folder[]> = {
  surveys: ['surveys'],
  db: ['db', 'surveys'],
  api: ['api', 'db', 'surveys'],
  web: ['web', 'surveys'],
}

/**
 * Exceptions: the server renders the survey page and serves scripts, and the dashboard imports the type
 * `App`.
 */
const DOORS = [
  { from: /^api\/respond\/\w+\.ts$/, to: /^web\/respondent\// },
  {
    from: /^api\/respond\/scriptRoutes\.ts$/,
    to: /^web\/(widget\/index|respondent\/(solve|kiosk\/worker))\.ts/,
  },
  { from: /^web\/dashboard\/base\/client\.ts$/, to: /^api\/app\.ts$/, onlyType: true },
]

/** Packages that only these folders may import. */
const OWNERS: [pattern: RegExp, owners: RegExp][] = [
  [/^(drizzle-orm|better-sqlite3|drizzle-kit)(\/|$)/, /^(db\/|drizzle\.config)/],
  [/^hono\/html$/, /^(api|web\/respondent)\//],
  [/^(hono|@hono\/[\w-]+)(\/|$)/, /^api\/|^web\/dashboard\/base\/client\.ts$|^web\/respondent\//],
  [/^(solid-js|@solidjs\/|@solid-primitives\/|@tanstack\/|chart\.js)/, /^web\/dashboard\//],
  [/^node:/, /^(api|db)\/|^web\/(vite\.|respondent\/(inlineScripts|layout))/],
]

/**
 * The dashboard's shared folders, each of which may import those before it. All other folders are
 * subjects, which import these and themselves.
 */
const SHARED = ['locales', 'base', 'ui', 'chart', 'scores', 'surveys']

/** Imports of one subject of the dashboard by another. */
const SUBJECT_DOORS = [
  'followUps → responses',
  'followUps → views',
  'overview → responses',
  'overview → watching',
  'responses → floods',
  'results → floods',
  'scores → floods',
  'trends → floods',
  'trends → responses',
  'trends → views',
  'trends → watching',
]

const MOST_FILES = 30
/** Folders with one file per language or per migration. */
const LISTS = /(^|\/)(locales|migrations)(\/|$)/

const MOST_LINES = 300

type Import = { file: string; target: string; line: string }

const everything = [...FOLDERS, 'tests'].flatMap(filesIn)
const files = everything.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('tests/'))
const imports = files.flatMap(importsOf)

it('reads the sources that it checks', () => {
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

it('lets a subject of the dashboard import what is shared, and another subject by a door', () => {
  const taken = insides('web/dashboard').flatMap(({ from, to }) => {
    const [subject, other] = [from, to].map((folder) => folder.split('/')[0]!) as [string, string]
    if (subject === other) return []
    const [own, taken] = [SHARED.indexOf(subject), SHARED.indexOf(other)]
    return taken >= 0 && (own < 0 || taken < own) ? [] : [`${subject} → ${other}`]
  })
  expect([...new Set(taken)].toSorted()).toEqual(SUBJECT_DOORS)
})

it.each(['web/dashboard', 'api', 'db'])('has no circle of folders in %s', (folder) => {
  const edges = insides(folder)
  const reached = (start: string) => {
    const found = new Set([start])
    for (const from of found) for (const edge of edges) if (edge.from === from) found.add(edge.to)
    return found
  }
  const back = edges.filter(({ from, to }) => reached(to).has(from))
  expect(back.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

it(`holds at most ${MOST_FILES} files in a folder`, () => {
  const count = new Map<string, number>()
  for (const file of everything) count.set(dirname(file), (count.get(dirname(file)) ?? 0) + 1)
  expect([...count].filter(([name, files]) => files > MOST_FILES && !LISTS.test(name))).toEqual([])
})

it(`holds at most ${MOST_LINES} lines in a file`, () => {
  const longer = everything.filter(
    (file) =>
      /\.(tsx?|css)$/.test(file) &&
      readFileSync(join(root, file), 'utf8').split('\n').length - 1 > MOST_LINES,
  )
  expect(longer).toEqual([])
})

it('writes no line of SQL beyond 120 columns', () => {
  const long = files
    .filter((file) => file.startsWith('db/'))
    .flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n'))
    .filter((line) => line.length > 120 && /sql`|\$\{\w+\.\w+\}/.test(line))
  expect(long).toEqual([])
})

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

/** Lists which subfolder imports which. A folder's own files may import any of them. */
function insides(folder: string): { from: string; to: string }[] {
  const within = (file: string) => relative(folder, dirname(file))
  return imports
    .filter(({ file, target }) => file.startsWith(`${folder}/`) && /^\..*\.tsx?$/.test(target))
    .map(({ file, target }) => ({ from: within(file), to: within(join(dirname(file), target)) }))
    .filter(({ from, to }) => from && to && from !== to && !to.startsWith('..'))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [
    ...text.matchAll(
      /^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    file,
    target: match[1] ?? match[2] ?? match[3]!,
    line: match[0].replace(/\s+/g, ' '),
  }))
}

function folderOf(path: string): Folder {
  return path.split('/')[0] as Folder
}
