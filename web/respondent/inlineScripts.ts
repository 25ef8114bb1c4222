import { build, type Plugin, type Rolldown } from 'vite'

/**
 * Lets a module import what a page carries inside it as text: `./script.ts?inline-script` gives a
 * browser script bundled and minified, `./page.css?inline-style` a style sheet minified.
 */
export function inlineScripts(): Plugin {
  return {
    name: 'inline-scripts',
    enforce: 'pre',
    async load(id) {
      const [entry = '', kind] = id.split('?')
      if (kind !== 'inline-script' && kind !== 'inline-style') return
      this.addWatchFile(entry)
      const text = kind === 'inline-script' ? await scriptOf(entry) : await styleOf(entry)
      return { code: `export default ${JSON.stringify(text.trim())}`, moduleType: 'js' }
    },
  }
}

async function scriptOf(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'ohlas' }
  return firstOf(await build({ ...alone, build: { ...inMemory, target: 'es2020', lib } }), entry)
}

async function styleOf(entry: string): Promise<string> {
  const rolldownOptions = { input: entry }
  return firstOf(await build({ ...alone, build: { ...inMemory, rolldownOptions } }), entry)
}

const alone = { configFile: false, logLevel: 'error' } as const
const inMemory = { write: false, minify: true, cssMinify: true } as const

function firstOf(result: unknown, entry: string): string {
  const [bundle] = [result].flat() as (Rolldown.RolldownOutput | undefined)[]
  const [file] = bundle?.output ?? []
  if (!file) throw new Error(`${entry} gave nothing to inline`)
  return file.type === 'chunk' ? file.code : String(file.source)
}
