// Runs in the browser. Holds the kiosk's page as served, in each language, for the next customer, with
// or without a network.

/** An untouched page. */
export type Page = {
  address: string
  language: string
  dir: string
  title: string
  /** The page's scripts and styles, which only a reload replaces. */
  scripts: string[]
  styles: string[]
  parts: Element[]
}

/** The cache in which the worker finds pages offline. */
const CACHE = 'ohlas'

/** The shown page, without choices and text. Call it before the page changes. */
export function shownPage(): Page {
  return pageOf(parsed(document.documentElement.outerHTML), location.href)
}

/**
 * Fetches the current page from the server and caches it for offline use.
 * @returns undefined offline, when the server is busy, or when something else answers, such as a proxy
 *   during a restart
 */
export async function fetchPage(address: string): Promise<Page | undefined> {
  try {
    const response = await fetch(address)
    if (response.status === 429 || response.status >= 500) return undefined
    const page = await read(response.clone(), address)
    // A full device goes on without the cache.
    if (page) await (await cache())?.put(address, response).catch(() => {})
    return page
  } catch {
    return undefined
  }
}

/** The last fetched page on this device. */
export async function cachedPage(address: string): Promise<Page | undefined> {
  const response = await (await cache())?.match(address, { ignoreVary: true })
  return response && read(response, address)
}

/** Replaces the shown page. */
export function draw({ language, dir, title, parts }: Page) {
  document.documentElement.lang = language
  document.documentElement.dir = dir
  document.title = title
  document.body.replaceChildren(...parts.map((part) => document.importNode(part, true)))
  // A page's own part comes last in its document; the footer belongs below it.
  document.body.append(...document.getElementsByTagName('footer'))
  scrollTo(0, 0)
}

/** Whether a page has scripts or styles that the loaded one lacks. */
export function needsReload(page: Page, loaded: Page): boolean {
  // The loaded page may have more, for example from an extension.
  const isNew = (kind: 'scripts' | 'styles') =>
    page[kind].some((text) => !loaded[kind].includes(text))
  return isNew('scripts') || (hasQuestion(page) && isNew('styles'))
}

/** Whether a page has questions, and not only a message. */
export function hasQuestion({ parts }: Page): boolean {
  return parts.some((part) => part.querySelector('form'))
}

/** A page's languages with their addresses. */
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

/** The page cache; undefined without HTTPS or storage. */
async function cache(): Promise<Cache | undefined> {
  const { caches } = globalThis as Partial<WindowOrWorkerGlobalScope>
  return caches?.open(CACHE).catch(() => undefined)
}
