// Runs in the browser. The kiosk's page as the server sends it, in each of its languages, at hand for
// whoever comes next, with and without network.

/** A page as it is before anybody has touched it. */
export type Page = {
  address: string
  language: string
  dir: string
  title: string
  /** What the browser has to run and to draw it with, which only a reload brings. */
  scripts: string[]
  styles: string[]
  parts: Element[]
}

/** Where the worker finds pages when there is no network. */
const CACHE = 'ohlas'

/**
 * The page that the browser shows, without what was chosen and written there meanwhile. To be called
 * before it is changed.
 */
export function shownPage(): Page {
  return pageOf(parsed(document.documentElement.outerHTML), location.href)
}

/**
 * The page as the server has it now, kept for times without network.
 * @returns undefined without network, when the server has no time for it, or when somebody else answers
 *          in its place, such as a proxy while it is started anew
 */
export async function fetchPage(address: string): Promise<Page | undefined> {
  try {
    const response = await fetch(address)
    if (response.status === 429 || response.status >= 500) return undefined
    const page = await read(response.clone(), address)
    // A device that has no room for it goes on without.
    if (page) await (await cache())?.put(address, response).catch(() => {})
    return page
  } catch {
    return undefined
  }
}

/** The page as it was when it was fetched last, on this device. */
export async function keptPage(address: string): Promise<Page | undefined> {
  const response = await (await cache())?.match(address, { ignoreVary: true })
  return response && read(response, address)
}

/** Puts a page in place of what is shown. */
export function draw({ language, dir, title, parts }: Page) {
  document.documentElement.lang = language
  document.documentElement.dir = dir
  document.title = title
  document.body.replaceChildren(...parts.map((part) => document.importNode(part, true)))
  // What is a page's own comes last in its document; the foot belongs below that.
  document.body.append(...document.getElementsByTagName('footer'))
  scrollTo(0, 0)
}

/** Whether a page runs, or looks, in a way that the loaded one does not know. */
export function needsReload(page: Page, loaded: Page): boolean {
  // That the loaded one has more is the browser's own doing, such as an extension's.
  const isNew = (kind: 'scripts' | 'styles') =>
    page[kind].some((text) => !loaded[kind].includes(text))
  return isNew('scripts') || (hasQuestion(page) && isNew('styles'))
}

/** Whether a page asks, or only says that there is nothing to ask. */
export function hasQuestion({ parts }: Page): boolean {
  return parts.some((part) => part.querySelector('form'))
}

/** The languages that a page offers, with the address of each. */
export function languagesOf({ parts, address }: Page): [language: string, address: string][] {
  return parts.flatMap((part) =>
    [...part.querySelectorAll('a[lang]')].map((link): [string, string] => [
      link.getAttribute('lang')!,
      new URL(link.getAttribute('href')!, address).href,
    ]),
  )
}

async function read(response: Response, address: string): Promise<Page | undefined> {
  const document = parsed(await response.text())
  return document.body.matches('.kiosk') ? pageOf(document, address) : undefined
}

function parsed(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html')
}

function pageOf(document: Document, address: string): Page {
  const { lang: language, dir } = document.documentElement
  const parts = [...document.body.children].filter((part) => part.localName !== 'script')
  return {
    address,
    language,
    dir,
    title: document.title,
    scripts: textsOf(document, 'script'),
    styles: textsOf(document, 'style'),
    parts,
  }
}

function textsOf(document: Document, name: string): string[] {
  return [...document.querySelectorAll(name)].map(({ textContent }) => textContent)
}

/** Without HTTPS, or where the browser keeps nothing, there is none; the open page goes on without. */
async function cache(): Promise<Cache | undefined> {
  const { caches } = globalThis as Partial<WindowOrWorkerGlobalScope>
  return caches?.open(CACHE).catch(() => undefined)
}
