// Runs in the browser, beside a kiosk's page: answers a reload when the network does not.

const PATIENCE = 4_000

/** What is used of a service worker and its event, which the types of a page do not know. */
type Installing = { skipWaiting(): Promise<void> }
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void }

// A newer worker would wait until the kiosk is closed, which never happens.
addEventListener('install', () => void (globalThis as unknown as Installing).skipWaiting())

addEventListener('fetch', (event) => {
  const { request } = event as Fetching
  const isKiosk = new URL(request.url).searchParams.get('via') === 'kiosk'
  if (isKiosk && request.method === 'GET' && request.mode === 'navigate')
    (event as Fetching).respondWith(answer(request))
})

async function answer(request: Request): Promise<Response> {
  const told = fetch(request).catch(() => undefined)
  const soon = await Promise.race([told, late()])
  // A page that asks. Anything else may be a proxy's word; the page that was kept finds out by itself.
  if (soon?.ok) return soon
  const kept = await caches.match(request.url, { ignoreVary: true })
  return kept ?? (await told) ?? Response.error()
}

function late(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE))
}
