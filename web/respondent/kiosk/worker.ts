// Runs in the browser, beside a kiosk's page: answers a reload when the network does not.

const PATIENCE = 4_000

/** What is used of a service worker's event, which the types of a page do not know. */
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void }

addEventListener('fetch', (event) => {
  const { request } = event as Fetching
  const isKiosk = new URL(request.url).searchParams.get('via') === 'kiosk'
  if (isKiosk && request.method === 'GET' && request.mode === 'navigate')
    (event as Fetching).respondWith(answer(request))
})

async function answer(request: Request): Promise<Response> {
  const told = await Promise.race([fromServer(request), late()])
  return told ?? (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request)
}

async function fromServer(request: Request): Promise<Response | undefined> {
  const response = await fetch(request).catch(() => undefined)
  return response && response.status < 500 ? response : undefined
}

function late(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE))
}
