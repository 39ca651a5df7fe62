import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import type { RequestHandler } from 'express'
import { contentCoding } from './coding-choice.ts'
import { compress } from './send.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.webmanifest', '.txt'])
const HASHED = /^\/assets\//

interface StoredFile {
  readonly changedMs: number
  readonly tag: string
  readonly content: Buffer
  /** Encoded variants, each made once. */
  readonly encoded: Map<string, ReturnType<typeof compress>>
}

/**
 * The built page. Files are read once and kept with their compressed variants, for all of them together are a few
 * megabytes; one that changes on disk is read again. Names under `/assets/` carry a hash, so they never change;
 * everything else is asked for anew, by ETag.
 */
export function staticFiles(directory: string): RequestHandler {
  const root = resolve(directory)
  const files = new Map<string, StoredFile>()

  async function load(path: string): Promise<StoredFile | null> {
    const found = await stat(path).catch(() => null)
    if (found === null || !found.isFile()) return null
    const known = files.get(path)
    if (known?.changedMs === found.mtimeMs) return known
    const content = await readFile(path)
    const tag = createHash('sha256').update(content).digest('base64url').slice(0, 22)
    const file: StoredFile = { changedMs: found.mtimeMs, tag, content, encoded: new Map() }
    files.set(path, file)
    return file
  }

  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const name = request.path === '/' ? '/index.html' : decoded(request.path)
    if (name === null) return next()
    const path = join(root, name)
    const extension = extname(path)
    const type = TYPES[extension]
    if (type === undefined || !path.startsWith(root + sep) || name.includes('\0')) return next()
    const file = await load(path)
    if (file === null) return next()
    const coding = COMPRESSIBLE.has(extension)
      ? contentCoding(request.headers['accept-encoding'])
      : 'identity'
    const encoding = coding === 'identity' ? null : coding
    const tag = `"${file.tag}${encoding === null ? '' : `-${encoding}`}"`
    response.set({
      'Content-Type': type,
      'Cache-Control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: tag,
      Vary: 'Accept-Encoding',
    })
    if (request.headers['if-none-match']?.includes(tag)) return void response.status(304).end()
    const variant = encoding === null ? null : await encodedOnce(file, encoding, request)
    if (variant !== null) response.set('Content-Encoding', variant.encoding)
    response.end(request.method === 'HEAD' ? undefined : (variant?.bytes ?? file.content))
  }
}

function encodedOnce(file: StoredFile, encoding: string, request: Parameters<typeof compress>[0]) {
  const known = file.encoded.get(encoding) ?? compress(request, file.content)
  file.encoded.set(encoding, known)
  return known
}

/** A path with its percent-encoding undone; null when it is none of UTF-8, which no file's name is. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
