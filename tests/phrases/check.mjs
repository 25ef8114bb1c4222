import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

// Fails where a text on screen uses a phrase that people in the field don't. Run by `npm run check`.

/** Texts on screen: the dashboard's, the survey page's, and the templates'. */
const FOLDERS = ['web/dashboard/locales', 'surveys/locales', 'surveys/templates']

const EVERY_LANGUAGE = ['oops', 'hoppla', 'ojej', 'jejda', 'אופס']

/** By language, as words begin. The terms to use are in docs/glossary.md. */
const BANNED = {
  en: [
    'aside',
    'bring the answers',
    'chance explains',
    'did not reach',
    'for the eye',
    'funnel to look',
    'hold against',
    'in their own words',
    'kindly',
    'like the system',
    'needs a hand',
    'on the way out',
    'several of many',
    'somebody',
    'take away',
    'take it myself',
    'the time before',
    'whoever',
    'worth a thought',
  ],
  cs: ['laskavě', 'stranou'],
  sk: ['láskavo', 'bokom'],
  pl: ['na bok', 'uprzejmie'],
  de: ['beiseite', 'freundlicherweise', 'wer auch immer', 'wegnehmen'],
  he: ['הצידה', 'בצד השני', 'בחביבות'],
}

const languageOf = (file) => file.split(/[/\\.]/).find((part) => part in BANNED)

/** Single-quoted, double-quoted and template strings of a file, with the line each begins on. */
function textsOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`/g)].map((match) => ({
        text: match[1] ?? match[2] ?? match[3],
        line: index + 1,
      })),
    )
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name)),
)

const faults = files.flatMap((file) => {
  const phrases = [...EVERY_LANGUAGE, ...(BANNED[languageOf(file)] ?? [])]
  const banned = new RegExp(`(?<![\\p{L}])(${phrases.join('|')})`, 'iu')
  return textsOf(file)
    .filter(({ text }) => banned.test(text))
    .map(
      ({ text, line }) =>
        `${file.split(sep).join('/')}:${line}: “${banned.exec(text)[1]}” in “${text}”`,
    )
})

if (faults.length) {
  console.error(`Texts on screen use phrases that people in the field don't:\n${faults.join('\n')}`)
  process.exitCode = 1
}
