import { dirname, resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'

/**
 * Imports what a page contains as text: `./script.ts?inline-script` is a bundled and minified browser
 * script, `./page.css?inline-style` a minified style sheet.
 */
export function inlineScripts(): Plugin {
  return {
    name: 'inline-scripts',
    enforce: 'pre',
    resolveId(source, importer) {
      const [, file, kind] = INLINED.exec(source) ?? []
      if (!file || !importer) return null
      // Without its extension, so that no other plugin processes it.
      return `\0${kind} ${resolve(dirname(importer), file)}`
    },
    async load(id) {
      const [, kind, file] = RESOLVED.exec(id) ?? []
      if (!file) return null
      const entry = `${file}.${kind === 'script' ? 'ts' : 'css'}`
      this.addWatchFile(entry)
      const text = kind === 'script' ? await scriptOf(entry) : await styleOf(entry)
      return { code: `export default ${JSON.stringify(text.trim())}`, moduleType: 'js' }
    },
  }
}

const INLINED = /^(\..*)\.(?:ts|css)\?(inline-script|inline-style)$/
// oxlint-disable-next-line no-control-regex -- NUL marks a module that is no file, by convention
const RESOLVED = /^\0inline-(script|style) (.*)$/

async function scriptOf(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'ohlas' }
  return firstOf(await build({ ...alone, build: { ...inMemory, target: 'es2020', lib } }), entry)
}

async function styleOf(entry: string): Promise<string> {
  const style = { cssTarget: PHONES, rolldownOptions: { input: entry } }
  return firstOf(await build({ ...alone, build: { ...inMemory, ...style } }), entry)
}

/** Browsers of 2021, as on old phones; newer features must be optional. */
const PHONES = ['chrome87', 'firefox92', 'safari14.1']

const alone = { configFile: false, publicDir: false, logLevel: 'error' } as const
const inMemory = { write: false, minify: true, cssMinify: true } as const

function firstOf(result: unknown, entry: string): string {
  const [bundle] = [result].flat() as Rolldown.RolldownOutput[]
  for (const file of bundle?.output ?? [])
    return file.type === 'chunk' ? file.code : String(file.source)
  throw new Error(`${entry} gave nothing to inline`)
}
