/*
 * Opens a page for a phone where there is no line: its document and what that names, as they were last fetched. The page
 * is the scope that this script is registered for, `/report` or `/walk`. It answers for nothing else; what is written
 * waits in the page's own database.
 */
const PAGE = new URL(self.registration.scope).pathname
const CACHE = `lagesbild-${PAGE.slice(1)}-1`

self.addEventListener('install', (event) => {
  event.waitUntil(fetchPage().then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate' && pathname === PAGE) event.respondWith(keptOrPage(event))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(event.request))
})

/** The page as the server has it now, kept with everything that it names. */
async function fetchPage() {
  const response = await fetch(PAGE)
  if (!response.ok) return response
  const cache = await caches.open(CACHE)
  const document = await response.clone().text()
  const assets = [...document.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  const kept = await cache.keys()
  const known = new Set(kept.map(({ url }) => new URL(url).pathname))
  await cache.addAll(assets.filter((path) => !known.has(path)))
  await cache.put(PAGE, response.clone())
  const named = new Set([PAGE, ...assets])
  await Promise.all(
    kept.filter(({ url }) => !named.has(new URL(url).pathname)).map((old) => cache.delete(old)),
  )
  return response
}

/** The kept page at once, whatever the line; the next visit has what the server has now. */
async function keptOrPage(event) {
  const renewed = fetchPage()
  const kept = await (await caches.open(CACHE)).match(PAGE)
  if (kept === undefined) return renewed
  event.waitUntil(renewed.catch(() => {}))
  return kept
}

async function keptOrFetched(request) {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request)
}
