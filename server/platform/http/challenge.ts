import type { IncomingMessage } from 'node:http'

const REALM = 'realm="Lagesbild"'

/**
 * The `WWW-Authenticate` of a 401 (RFC 9110 §11.6.1). Basic is named to whoever tried it alone: a browser that reads of
 * it asks for a name and a password in a window of its own, also when it was the page that called.
 */
export function challengeFor({ headers }: Pick<IncomingMessage, 'headers'>): string {
  return /^basic /i.test(headers.authorization ?? '') ? `Basic ${REALM}, charset="UTF-8"` : `Bearer ${REALM}`
}
