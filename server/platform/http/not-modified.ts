import type { IncomingHttpHeaders } from 'node:http'
import fresh from 'fresh'

/**
 * Whether `If-None-Match` has an ETag. `Cache-Control` is ignored, because `fetch` sends `no-cache` along with
 * `If-None-Match`.
 */
export function isNotModified(headers: IncomingHttpHeaders, etag: string): boolean {
  const known = headers['if-none-match']
  return known !== undefined && fresh({ 'if-none-match': known }, { etag })
}
