import type { IncomingMessage } from 'node:http'

const REALM = 'realm="Lagesbild"'

/**
 * The `WWW-Authenticate` of a 401 (RFC 9110 §11.6.1). Basic is offered only to a client that tried it, because a
 * browser answers the offer with its own password dialogue, even for calls of the page.
 */
export function challengeFor({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return /^basic /i.test(headers.authorization ?? '') ? `Basic ${REALM}, charset="UTF-8"` : `Bearer ${REALM}`
}
