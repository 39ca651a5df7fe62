import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Clock } from '../../clock.ts'
import { createCodingChoice } from '../coding-choice.ts'
import { putPublicFront } from './public-front.ts'
import { createPublicPath } from './public-path.ts'
import { createReadyAnswers, type ReadyAnswers } from './ready-answers.ts'
import { createHeadReader } from './request-head.ts'
import type { PublicTree } from './public-tree.ts'

/** The public tree as it is served: the same answers by way of node's HTTP and at the socket. */
export interface PublicSite {
  /** Answers a request below `/public/`. */
  readonly path: (request: IncomingMessage, response: ServerResponse) => void
  readonly ready: ReadyAnswers
  /** Requests answered so far, by each of the two ways. */
  counts(): { readonly socket: number; readonly node: number }
}

const KEEP_ALIVE_MS = 65_000
const FIRST_BYTE_MS = 10_000

/** Makes the site over a tree. */
export function createPublicSite({
  tree,
  clock,
}: {
  readonly tree: PublicTree
  readonly clock: Clock
}): PublicSite {
  const path = createPublicPath({ tree, codingOf: createCodingChoice() })
  const ready = createReadyAnswers({ tree, clock, keepAliveSeconds: KEEP_ALIVE_MS / 1000 })
  let byNode = 0
  return {
    path(request, response) {
      byNode++
      path(request, response)
    },
    ready,
    counts: () => ({ socket: ready.answered(), node: byNode }),
  }
}

/**
 * Puts the front of a site before a server that does not listen yet.
 *
 * @param site the site as soon as there is one
 * @param isOurHost by the name that a request gives the server
 */
export function frontPublicSite(
  server: Server,
  site: () => PublicSite | null,
  isOurHost: (request: Pick<IncomingMessage, 'headers'>) => boolean,
): void {
  putPublicFront(server, {
    readHead: createHeadReader({ isOurHost, codingOf: createCodingChoice() }),
    answers: () => site()?.ready ?? null,
    firstByteMs: FIRST_BYTE_MS,
    keepAliveMs: KEEP_ALIVE_MS,
  })
}
