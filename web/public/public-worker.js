/*
 * Lets the public page be read again where there is no line: its document, what that names, and released files, as they
 * were last fetched. It answers for these alone. Nothing of a session passes it: what is under /api, /tiles and on every
 * other page goes to the server as if it were not there.
 */
const CACHE = 'lagesbild-public-1'
const SHELL = '/?page=start'
const INDEX = '/public/index.json'
/** What is corrected in place or withdrawn: asked for first, and kept for the time without a line. */
const FRESH = /^\/public\/(?:index|notices|work|releases\/[^/]+\/manifest)\.json$/
/** What does not change while its release is published. */
const RELEASED = /^\/public\/(?:releases\/[^/]+\/(?:figures\.json|areas\.geojson)|layers\/[^/]+\.geojson)$/
/** After so long the kept copy is shown, milliseconds. */
const MAX_WAIT_MS = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})
self.addEventListener('message', (event) => {
  // The page tells what it has read before this was there.
  const { keep = [] } = event.data ?? {}
  const paths = keep.filter((path) => FRESH.test(path) || RELEASED.test(path))
  event.waitUntil(Promise.all(paths.map((path) => fetchAndKeep(path).catch(() => {}))))
})
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname, searchParams } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate') {
    if (pathname === '/' && isPublicPage(searchParams)) event.respondWith(documentOrKept(event))
  } else if (FRESH.test(pathname)) event.respondWith(fetchedOrKept(event, pathname))
  else if (RELEASED.test(pathname)) event.respondWith(keptAndRenewed(event, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(event.request))
})

function isPublicPage(params) {
  return (
    [...params.keys()].every((name) => ['area', 'page', 'lang'].includes(name)) &&
    ['start', null].includes(params.get('page'))
  )
}

/** The document of the start with everything that it names; what an earlier one named is let go. */
async function keepShell() {
  const response = await fetch(SHELL, { credentials: 'omit' })
  if (!response.ok) return
  const cache = await caches.open(CACHE)
  const text = await response.clone().text()
  const assets = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  await cache.addAll(assets.filter((path) => !kept.includes(path)))
  await cache.put(SHELL, response)
  const old = kept.filter((path) => path.startsWith('/assets/') && !assets.includes(path))
  await Promise.all(old.map((path) => cache.delete(path)))
}

async function documentOrKept(event) {
  const kept = await (await caches.open(CACHE)).match(SHELL)
  try {
    const response = await inTime(fetch(event.request), kept)
    event.waitUntil(keepShell().catch(() => {}))
    return response
  } catch {
    return kept ?? Response.error()
  }
}

async function fetchedOrKept(event, path) {
  const kept = await (await caches.open(CACHE)).match(path)
  try {
    return await inTime(fetchAndKeep(path), kept)
  } catch {
    if (kept === undefined) return Response.error()
    if (path === INDEX) await reportCopy(event.clientId, kept)
    return kept
  }
}

async function keptAndRenewed(event, path) {
  const kept = await (await caches.open(CACHE)).match(path)
  const renewed = fetchAndKeep(path)
  if (kept === undefined) return renewed
  event.waitUntil(renewed.catch(() => {}))
  return kept
}

async function keptOrFetched(request) {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request)
}

/** A released file as it is now, kept; what is gone is forgotten. Never with a cookie. */
async function fetchAndKeep(path) {
  const response = await fetch(path, { credentials: 'omit' })
  const cache = await caches.open(CACHE)
  if (response.ok) await cache.put(path, response.clone())
  else if (response.status === 404 || response.status === 410) await cache.delete(path)
  if (response.ok && path === INDEX) await forgetWithdrawn(cache, await response.clone().json())
  return response
}

/** Drops the files of releases that the index names no longer. */
async function forgetWithdrawn(cache, { releases }) {
  const folders = releases.map(
    ({ manifest }) => `/public/${manifest.slice(0, manifest.lastIndexOf('/') + 1)}`,
  )
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith('/public/releases/') && !folders.some((folder) => pathname.startsWith(folder)))
      await cache.delete(pathname)
  }
}

/** A response, unless there is a copy and the line is too slow. */
function inTime(response, kept) {
  if (kept === undefined) return response
  const late = new Promise((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), MAX_WAIT_MS))
  return Promise.race([response, late])
}

async function reportCopy(clientId, kept) {
  const client = await self.clients.get(clientId)
  client?.postMessage({ type: 'lagesbild-copy', of: kept.headers.get('date') })
}
