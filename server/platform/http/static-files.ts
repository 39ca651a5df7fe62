import { dirname, extname, resolve } from 'node:path'
import express, { type NextFunction, type RequestHandler, type Response } from 'express'
import { contentCoding } from './coding-choice.ts'

/** Suffixes of the variants that the build compresses. */
const SUFFIX = { br: '.br', gzip: '.gz', identity: '' } as const
const CODING_BY_SUFFIX: ReadonlyMap<string, string> = new Map([
  [SUFFIX.br, 'br'],
  [SUFFIX.gzip, 'gzip'],
])
/** Documents by their public paths. */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['/', '/index.html'],
  ['/embed', '/embed.html'],
  ['/report', '/report.html'],
  ['/walk', '/walk.html'],
  ['/consultation', '/consultation.html'],
])
/** Reached by links that one keeps to oneself: no other site is sent the address. */
const WITHOUT_REFERRER = '/consultation'
/** The page's files lie in the folder itself or in its assets/: other paths need no look at the disk. */
const PAGE_PATH = /^\/(?:assets\/.+|[^/]+\.\w+)$/

/**
 * The built page: each file in the client's preferred coding, where the build made it. Names under `/assets/` have a
 * content hash, so they never change; everything else is revalidated by ETag.
 */
export function staticFiles(directory: string): RequestHandler {
  const root = resolve(directory)
  const files = express.static(root, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (response: Response, file) => describeFile(response, file, dirname(file) !== root),
  })
  return (request, response, next) => {
    const { url } = request
    const path = DOCUMENTS.get(request.path) ?? request.path
    if (!PAGE_PATH.test(path) || CODING_BY_SUFFIX.has(extname(path))) return next()
    if (request.path === WITHOUT_REFERRER) response.set('Referrer-Policy', 'no-referrer')
    const serve = (name: string, otherwise: () => void): void => {
      request.url = name
      files(request, response, (error?: unknown) => {
        request.url = url
        if (error === undefined) otherwise()
        else endWith(error, response, next)
      })
    }
    serve(path + SUFFIX[contentCoding(request.headers['accept-encoding'])], () => serve(path, next))
  }
}

function describeFile(response: Response, file: string, isHashed: boolean): void {
  response.vary('Accept-Encoding')
  response.set('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  const suffix = extname(file)
  const coding = CODING_BY_SUFFIX.get(suffix)
  if (coding !== undefined) {
    response.set('Content-Encoding', coding)
    response.type(extname(file.slice(0, -suffix.length)))
  }
}

/** Errors of a file that exists: precondition (412), range (416), or unreadable. */
function endWith(error: unknown, response: Response, next: NextFunction): void {
  const { status = 500, headers = {} } = error as { status?: number; headers?: Record<string, string> }
  if (response.headersSent) return next(error)
  for (const name of ['Content-Encoding', 'Content-Length', 'Content-Type', 'ETag', 'Last-Modified'])
    response.removeHeader(name)
  if (status >= 500) return next(error)
  response.set({ ...headers, 'Cache-Control': 'no-store' })
  response.status(status).end()
}
