import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler } from 'express'
import { DomainError } from '../../engine/errors.ts'

/** Largest JSON body, bytes. */
export const MAX_JSON_BYTES = 1024 * 1024

/** How many bodies may arrive slowly at the same time. */
export interface SlowBodies {
  /** Time after which an incomplete body counts as slow, milliseconds. */
  readonly afterMs: number
  /** Limit for one caller. */
  readonly ofOne: number
  readonly ofAll: number
}

const SLOW_BODIES: SlowBodies = { afterMs: 1_000, ofOne: 8, ofAll: 256 }

/** A body as received, or why it was refused. */
export type TakenBody = Buffer | DomainError

/**
 * Reads a JSON body before its call takes a slot, and keeps it in `response.locals.body`, so that a client that sends
 * byte by byte delays nobody else. Only a few bodies may be that slow at a time; the connection of one that is given
 * up is closed.
 *
 * @param nameOf the key by which callers are counted
 * @returns for a deadline in milliseconds, the middleware
 */
export function createBodyIntake(
  nameOf: (request: Request) => string,
  { afterMs, ofOne, ofAll }: SlowBodies = SLOW_BODIES,
): (deadlineMs: number | null) => RequestHandler {
  const slow = new Map<string, number>()
  let allSlow = 0

  /** @returns a function that frees the slot of a slow body; null when none is free */
  function enter(name: string): (() => void) | null {
    const before = slow.get(name) ?? 0
    if (before >= ofOne || allSlow >= ofAll) return null
    slow.set(name, before + 1)
    allSlow++
    return () => {
      const left = slow.get(name)! - 1
      if (left === 0) slow.delete(name)
      else slow.set(name, left)
      allSlow--
    }
  }

  async function taken(request: Request, deadlineMs: number | null): Promise<TakenBody> {
    const name = nameOf(request)
    let leave: (() => void) | null = null
    const timers: NodeJS.Timeout[] = []
    try {
      return await new Promise<TakenBody>((resolve, reject) => {
        const slowly = () => (leave = enter(name)) ?? reject(tooManySlow())
        timers.push(setTimeout(slowly, afterMs))
        if (deadlineMs !== null) timers.push(setTimeout(() => reject(tooSlow()), deadlineMs))
        readAll(request).then(resolve, reject)
      })
    } finally {
      for (const timer of timers) clearTimeout(timer)
      ;(leave as (() => void) | null)?.()
    }
  }

  return (deadlineMs) => async (request, response, next) => {
    try {
      response.locals.body = await taken(request, deadlineMs)
    } catch (error) {
      // A closed connection needs no response; one still sending is closed after the refusal.
      if (!(error instanceof DomainError)) return
      response.setHeader('Connection', 'close')
      return next(error)
    }
    next()
  }
}

async function readAll(request: IncomingMessage): Promise<TakenBody> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_JSON_BYTES) return tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  // Leaving the loop early must not destroy the socket: the refusal still has to go out on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_JSON_BYTES) return tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): DomainError {
  return new DomainError('too-large', `body: at most ${MAX_JSON_BYTES} bytes`)
}

function tooSlow(): DomainError {
  return new DomainError('deadline-exceeded', 'The body of this request did not come in time.')
}

function tooManySlow(): DomainError {
  return new DomainError('busy', 'Too many requests are being sent slowly; send this one again, faster.', {
    retryAfterSeconds: 2,
  })
}
