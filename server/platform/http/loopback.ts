import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from './host-check.ts'

/** What proxies put in to say on whose behalf they ask. */
const FORWARDED =
  /^(?:x-forwarded(?:-\w+)*|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|forwarded|via)$/

/**
 * True when a request comes from this machine itself and not through a proxy on it.
 *
 * A proxy on this machine connects from loopback whoever asks it. It gives itself away by what it puts in, by the name
 * that its caller asked for, or, as nginx does unless told otherwise, by speaking HTTP/1.0.
 */
export function isFromLoopback(request: IncomingMessage): boolean {
  const { headers, httpVersion, socket } = request
  if (!/^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '')) return false
  if (httpVersion !== '1.1' || !isLoopbackHost(headers.host)) return false
  return !Object.keys(headers).some((name) => FORWARDED.test(name))
}
