import type { RequestHandler } from 'express'
import type { Clock } from '../clock.ts'

const DAYS = 180
const DAY_MS = 86_400_000

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a vulnerability. Without a contact the file does not exist.
 *
 * @param contact `mailto:…` or `https://…`
 */
export function securityTxt(contact: string | null, clock: Clock): RequestHandler {
  return (request, response, next) => {
    if (contact === null || request.path !== '/.well-known/security.txt') return next()
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const expires = new Date(Math.floor(clock.nowMs() / DAY_MS) * DAY_MS + DAYS * DAY_MS).toISOString()
    response.type('text/plain; charset=utf-8').set('Cache-Control', 'max-age=86400')
    response.end(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: sv, en\n`)
  }
}
