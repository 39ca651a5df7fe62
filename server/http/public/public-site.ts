import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Clock } from '../../domain/clock.ts'
import type { PublicTree } from '../../services/publish/public-tree.ts'
import { createCodingChoice } from '../coding-choice.ts'
import { type PublicFront, putPublicFront } from './public-front.ts'
import { createPublicPath } from './public-path.ts'
import { createReadyAnswers, type ReadyAnswers } from './ready-answers.ts'
import { createHeadReader } from './request-head.ts'

/** The public tree as it is served: the same answers by way of node's HTTP and at the socket. */
export interface PublicSite {
  /** Answers a request below `/public/`. */
  readonly path: (request: IncomingMessage, response: ServerResponse) => void
  readonly ready: ReadyAnswers
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
  return {
    path: createPublicPath({ tree, codingOf: createCodingChoice() }),
    ready: createReadyAnswers({ tree, clock, keepAliveSeconds: KEEP_ALIVE_MS / 1000 }),
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
): PublicFront {
  return putPublicFront(server, {
    readHead: createHeadReader({ isOurHost, codingOf: createCodingChoice() }),
    answers: () => site()?.ready ?? null,
    firstByteMs: FIRST_BYTE_MS,
    keepAliveMs: KEEP_ALIVE_MS,
  })
}
