import type { EndpointResponse } from './endpoint-response.ts'

interface Link {
  readonly rel: 'self' | 'items' | 'next'
  readonly type: string
  readonly href: string
}

/**
 * A page of a list with `links`, as OGC API Features has them, and the header `Link` (RFC 8288). Other responses stay
 * unchanged. `items` is for GDAL, which reads the first page as the collection's description.
 *
 * @param address whole address of the request
 */
export function withLinks(response: EndpointResponse, address: string): EndpointResponse {
  if (response.next === undefined || response.body.kind !== 'json') return response
  const [path = '', search = ''] = address.split('?', 2)
  const type = String(response.headers['Content-Type']).split(';', 1)[0]!
  const following = new URLSearchParams(search)
  if (response.next !== null) following.set('cursor', response.next)
  const start = new URLSearchParams(search)
  for (const name of ['cursor', 'limit']) start.delete(name)
  const next = response.next === null ? null : `${path}?${following}`
  const links: readonly Link[] = [
    { rel: 'self', type, href: address },
    { rel: 'items', type, href: start.size === 0 ? path : `${path}?${start}` },
    ...(next === null ? [] : [{ rel: 'next', type, href: next } as const]),
  ]
  const header = next === null ? {} : { Link: `<${next}>; rel="next"; type="${type}"` }
  return {
    ...response,
    headers: { ...response.headers, ...header },
    body: { kind: 'json', value: { ...(response.body.value as object), links } },
  }
}
