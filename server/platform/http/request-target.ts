import type { IncomingMessage } from 'node:http'

const ABSOLUTE_FORM = /^https?:\/\/([^/?#]*)(.*)$/i

/**
 * Turns a request in absolute form (`GET http://host/path`, as to a proxy) into one in origin form, of the host that
 * its target names: RFC 9112 §3.2.2 has every server accept it and disregard `Host` then. Several `Host` headers,
 * which Node joins into a list, are left as they are and match no name.
 */
export function toOriginForm(request: IncomingMessage): void {
  const { url = '', headers } = request
  if (url.startsWith('/') || headers.host?.includes(',') === true) return
  const [, authority, path = ''] = ABSOLUTE_FORM.exec(url) ?? []
  if (authority === undefined) return
  headers.host = authority
  request.url = path.startsWith('/') ? path : `/${path}`
}
