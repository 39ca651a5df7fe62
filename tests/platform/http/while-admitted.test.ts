import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../server/engine/errors.ts'
import { whileAdmitted } from '../../../server/platform/http/while-admitted.ts'

/** What comes of three chunks when the caller is refused from some moment on. */
async function broughtIn(refusedFrom: 'first' | 'third' | 'end' | 'never') {
  let admitted = true
  let release = false
  async function* chunks() {
    try {
      for (const chunk of ['first', 'second', 'third']) {
        if (chunk === refusedFrom) admitted = false
        yield chunk
      }
      if (refusedFrom === 'end') admitted = false
    } finally {
      release = true
    }
  }
  const stillMay = async () => {
    if (!admitted) throw new DomainError('unauthenticated', 'Sign in first.')
  }
  const taken: string[] = []
  try {
    for await (const chunk of whileAdmitted(chunks(), stillMay)) taken.push(chunk)
  } catch (error) {
    taken.push((error as DomainError).code)
  }
  return { taken, release }
}

describe('a stream of chunks', () => {
  it.each([
    ['first', ['unauthenticated']],
    ['third', ['first', 'second', 'unauthenticated']],
    ['end', ['first', 'second', 'third', 'unauthenticated']],
    ['never', ['first', 'second', 'third']],
  ] as const)(
    'ends when its caller loses access, from the %s on, and releases its source',
    async (from, taken) => {
      expect(await broughtIn(from)).toEqual({ taken, release: true })
    },
  )
})
