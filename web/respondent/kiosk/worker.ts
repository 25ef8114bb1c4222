// A kiosk's service worker, which answers a reload from the cache while offline.

const TIMEOUT = 4_000

/** Service worker types, which are missing from those of a page. */
type Installing = { skipWaiting(): Promise<void> }
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void }

// Otherwise a new worker would wait for the kiosk to be closed, which never happens.
addEventListener('install', () => void (globalThis as unknown as Installing).skipWaiting())

addEventListener('fetch', (event) => {
  const { request } = event as Fetching
  const isKiosk = new URL(request.url).searchParams.get('via') === 'kiosk'
  if (isKiosk && request.method === 'GET' && request.mode === 'navigate')
    (event as Fetching).respondWith(answer(request))
})

async function answer(request: Request): Promise<Response> {
  const fetched = fetch(request).catch(() => undefined)
  const intime = await Promise.race([fetched, timeout()])
  // Any other status may be a proxy's. The cached page checks for news by itself.
  if (intime?.ok) return intime
  const cached = await caches.match(request.url, { ignoreVary: true })
  return cached ?? (await fetched) ?? Response.error()
}

function timeout(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, TIMEOUT))
}
