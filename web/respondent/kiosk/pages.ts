// Runs in the browser. The kiosk's page as the server sends it, in each of its languages, at hand for
// whoever comes next, with and without network.

/** A page as it is before anybody has touched it. */
export type Page = {
  address: string
  language: string
  dir: string
  title: string
  /** What the browser has to run and to draw it with, which only a reload brings. */
  script: string
  style: string
  parts: Element[]
}

/** Where the worker finds pages when there is no network. */
const CACHE = 'ohlas'

/** The page that the browser shows. To be called before it is changed. */
export function shownPage(): Page {
  return pageOf(document, location.href)
}

/**
 * The page as the server has it now, kept for times without network.
 * @returns undefined without network, or when the server has no time for it
 */
export async function fetchPage(address: string): Promise<Page | undefined> {
  try {
    const response = await fetch(address)
    if (response.status === 429 || response.status >= 500) return undefined
    await (await cache())?.put(address, response.clone())
    return await read(response, address)
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

async function read(response: Response, address: string): Promise<Page> {
  return pageOf(new DOMParser().parseFromString(await response.text(), 'text/html'), address)
}

function pageOf(document: Document, address: string): Page {
  const { lang: language, dir } = document.documentElement
  const parts = [...document.body.children].filter((part) => part.localName !== 'script')
  return {
    address,
    language,
    dir,
    title: document.title,
    script: textOf(document, 'script'),
    style: textOf(document, 'style'),
    parts: parts.map((part) => part.cloneNode(true) as Element),
  }
}

function textOf(document: Document, name: string): string {
  return [...document.querySelectorAll(name)].map(({ textContent }) => textContent).join()
}

/** Without HTTPS there is none; the page that is open goes on without it. */
async function cache(): Promise<Cache | undefined> {
  return (globalThis as Partial<WindowOrWorkerGlobalScope>).caches?.open(CACHE)
}
