import type { IncomingMessage } from 'node:http'

/** Scheme and host under which a request reached the server, without a slash at the end. */
export type BaseUrlOf = (request: Pick<IncomingMessage, 'headers'>) => string

/**
 * The base of absolute addresses in responses: the public URL, else that of the request, whose `Host` has been
 * checked.
 *
 * @param publicUrl see `PUBLIC_URL`
 */
export function createBaseUrl(publicUrl: string | null): BaseUrlOf {
  const fixed = publicUrl?.replace(/\/+$/, '')
  return ({ headers }) => fixed ?? `http://${headers.host}`
}
