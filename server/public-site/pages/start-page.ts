import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'
import type { BaseUrlOf } from '../../platform/http/base-url.ts'
import { isNotModified } from '../../platform/http/not-modified.ts'
import type { PublicTree } from '../../platform/http/public/public-tree.ts'
import { send } from '../../platform/http/send.ts'
import type { Language } from '../../platform/language.ts'
import type { PublicIndex } from '../../releases/index.ts'
import { figuresOf, type ReleasedArea, releasedAreas } from './released-areas.ts'
import { startDocument } from './start-document.ts'

interface Deps {
  readonly tree: Pick<PublicTree, 'find'>
  readonly baseUrlOf: BaseUrlOf
  /** Folder of the built page. */
  readonly webDirectory: string
}

const MAX_KEPT = 200
const MAX_NAME_LENGTH = 200

/**
 * The public page's document at `/`, `/?page=start` and `/?area=…`, with words for those who read it without running
 * it: share cards, search engines, browsers without scripts. Every other address passes on. Reads no session.
 */
export function createStartPage({ tree, baseUrlOf, webDirectory }: Deps): RequestHandler {
  const shellOf = createShell(join(webDirectory, 'index.html'))
  const documents = new LRUCache<string, string>({ max: MAX_KEPT })
  let known: { readonly version: string; readonly areas: readonly ReleasedArea[] } = {
    version: '',
    areas: [],
  }
  let index: { readonly etag: string; readonly value: Pick<PublicIndex, 'releases'> } = {
    etag: '',
    value: { releases: [] },
  }

  /** The index names releases before their figures are in memory: both make the version. */
  const areasNow = () => {
    const entry = entryOf(tree, 'index.json')
    if (entry !== null && entry.etag !== index.etag)
      index = { etag: entry.etag, value: JSON.parse(entry.bytes.toString()) as PublicIndex }
    const version = figuresOf(index.value)
      .map((name) => entryOf(tree, name)?.etag ?? '')
      .join()
    if (version !== known.version)
      known = { version, areas: releasedAreas(index.value, (name) => entryOf(tree, name)?.bytes ?? null) }
    return known
  }

  return async (request, response, next) => {
    const { method, path, query } = request
    const requested = requestedBy(query)
    const shell = (method === 'GET' || method === 'HEAD') && path === '/' && requested !== undefined
    const built = shell ? shellOf() : null
    if (built === null || requested === undefined) return next()
    const language: Language = query['lang'] === 'en' ? 'en' : 'sv'
    const { version, areas } = areasNow()
    const baseUrl = baseUrlOf(request)
    const isNamed = query['area'] !== undefined || query['page'] !== undefined
    const key = JSON.stringify([requested, isNamed, language, baseUrl, version, built.version])
    const text =
      documents.get(key) ?? startDocument({ shell: built.text, language, baseUrl, areas, requested, isNamed })
    documents.set(key, text)
    const etag = `"${hash('sha256', text).slice(0, 32)}"`
    response.set({ 'Cache-Control': 'no-cache', ETag: etag, Vary: 'Accept-Encoding' })
    if (isNotModified(request.headers, etag)) return void response.status(304).end()
    await send(request, response, {
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: { kind: 'bytes', bytes: Buffer.from(text) },
    })
  }
}

function entryOf(tree: Pick<PublicTree, 'find'>, name: string) {
  const found = tree.find(name)
  return found.kind === 'entry' ? found.entry.identity : null
}

/** The area that an address asks for, null for the start; undefined where it asks for another page. */
function requestedBy(query: Readonly<Record<string, unknown>>): string | null | undefined {
  const { area, page, lang: _lang, ...others } = query
  if (typeof area === 'string' && area.length <= MAX_NAME_LENGTH) return area === '' ? null : area
  if (page === 'start' || (page === undefined && Object.keys(others).length === 0)) return null
  return undefined
}

/** The built page; read again where it has been built anew. */
function createShell(path: string): () => { readonly text: string; readonly version: number } | null {
  let read: { readonly text: string; readonly version: number } | null = null
  return () => {
    const version = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (version === undefined) return null
    if (read?.version !== version) read = { text: readFileSync(path, 'utf8'), version }
    return read
  }
}
