import type { IncomingMessage } from 'node:http'

/** Scheme and host under which a request reached the server, without a slash at the end. */
export type BaseUrlOf = (request: Pick<IncomingMessage, 'headers'>) => string

/**
 * The address to put before paths that leave the server: the public one, else that of the request, whose `Host` was
 * found to be ours before.
 *
 * @param publicUrl see `PUBLIC_URL`
 */
export function createBaseUrl(publicUrl: string | null): BaseUrlOf {
  const fixed = publicUrl?.replace(/\/+$/, '')
  return ({ headers }) => fixed ?? `http://${headers.host}`
}
