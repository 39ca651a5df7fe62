import type { IncomingMessage, ServerResponse } from 'node:http'
import { readyProblem } from './problem.ts'

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']
const IP_LITERAL = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i

/** Whether a Host header names this machine itself. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK_NAMES.includes(host.replace(/:\d{1,5}$/, '').toLowerCase())
}

/**
 * Whether a request's Host names this server. Guards against DNS rebinding: a page under a foreign name that resolves
 * to this machine must not read anything. A literal address cannot be rebound; a name must be listed.
 *
 * @param names host names besides loopback's under which people reach the server
 */
export function createHostCheck(
  names: readonly string[],
): (request: Pick<IncomingMessage, 'headers'>) => boolean {
  const known = new Set([...LOOPBACK_NAMES, ...names].map((name) => name.toLowerCase()))
  return (request) => {
    const host = request.headers.host
    if (host === undefined) return false
    const name = host.replace(/:\d{1,5}$/, '').toLowerCase()
    return known.has(name) || IP_LITERAL.test(name)
  }
}

/**
 * Refuses a request whose Host does not name this server, or that has several (RFC 9112 §3.2).
 *
 * @param setting name of the setting that lists host names, for the message
 */
export function refuseHost(
  { headers }: Pick<IncomingMessage, 'headers'>,
  response: ServerResponse,
  setting = 'PUBLIC_URL to the address under which people reach it',
): void {
  const several = headers.host?.includes(',') === true
  const rule = several ? 'must come once' : 'must be a name of this server'
  const advice = several ? '' : ` Set ${setting}.`
  const {
    status,
    headers: own,
    text,
  } = readyProblem({
    code: several ? 'invalid-parameter' : 'forbidden',
    detail: `Host: ${rule}.${advice}`,
    problems: [{ field: 'Host', rule }],
    headers: { Connection: 'close' },
  })
  response.writeHead(status, own).end(text)
}
