import type { IncomingHttpHeaders } from 'node:http'
import fresh from 'fresh'

/**
 * Whether a request knows the bytes of an ETag already. `Cache-Control` is disregarded, for scripts that send
 * `If-None-Match` by `fetch` cannot but say `no-cache` as well.
 */
export function isNotModified(headers: IncomingHttpHeaders, etag: string): boolean {
  const known = headers['if-none-match']
  return known !== undefined && fresh({ 'if-none-match': known }, { etag })
}
