import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../server/engine/errors.ts'
import { createAttempts } from '../../../server/accounts/sign-in/attempts.ts'

const HOUR_MS = 3_600_000
const OFFICE = { network: '192.0.2.1', device: null }
const ELSEWHERE = { network: '198.51.100.7', device: null }
const OWN_LAPTOP = { network: '192.0.2.1', device: '7:laptop' }

function setUp() {
  const time = { ms: 1_000_000 * HOUR_MS }
  const attempts = createAttempts({ nowMs: () => time.ms })
  /** Seconds to wait; 0 when the attempt is let through, and fails. */
  const waitOf = (account: string, from: Parameters<typeof attempts.begin>[1]): number => {
    try {
      attempts.begin(account, from)
      return 0
    } catch (error) {
      expect((error as DomainError).code).toBe('rate-limited')
      return (error as DomainError).retryAfterSeconds!
    }
  }
  return { time, attempts, waitOf }
}

describe('failed attempts', () => {
  it('are free at first, then impose a wait that doubles with each, up to a quarter of an hour', () => {
    const { time, waitOf } = setUp()
    for (let k = 0; k < 5; k++) expect(waitOf('a@x', OFFICE)).toBe(0)
    const waits: number[] = []
    for (let k = 0; k < 14; k++) {
      const wait = waitOf('a@x', OFFICE)
      waits.push(wait)
      time.ms += wait * 1000
      expect(waitOf('a@x', OFFICE)).toBe(0)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800, 1800, 1800])
  })

  it('of one account from one network are limited to 62 on the first day and 48 on later days', () => {
    const { time, waitOf } = setUp()
    const inADay = () => {
      const endMs = time.ms + 24 * HOUR_MS
      let tried = 0
      while (time.ms < endMs) {
        const wait = waitOf('a@x', OFFICE)
        if (wait === 0) tried++
        else time.ms += wait * 1000
      }
      return tried
    }
    // The limit of each process: several servers count separately.
    expect([inADay(), inADay()]).toEqual([62, 48])
  })

  it('lock nobody out: not elsewhere, not on a known device, not by continued attempts', () => {
    const { time, waitOf } = setUp()
    for (let k = 0; k < 200; k++) {
      waitOf('a@x', OFFICE)
      time.ms += 1000
    }
    expect(waitOf('a@x', OFFICE)).toBeGreaterThan(0)
    expect(waitOf('a@x', ELSEWHERE)).toBe(0)
    expect(waitOf('a@x', OWN_LAPTOP)).toBe(0)
    time.ms += 1_800_000
    expect(waitOf('a@x', OFFICE)).toBe(0)
  })

  it('of many accounts from one network slow that network down', () => {
    const { waitOf } = setUp()
    for (let k = 0; k < 40; k++) expect(waitOf(`${k}@x`, OFFICE)).toBe(0)
    expect(waitOf('one.more@x', OFFICE)).toBeGreaterThan(0)
    expect(waitOf('one.more@x', ELSEWHERE)).toBe(0)
    expect(waitOf('a@x', OWN_LAPTOP)).toBe(0)
  })

  it('count while in flight, so that concurrent ones all count', () => {
    const { waitOf } = setUp()
    const waits = Array.from({ length: 50 }, () => waitOf('a@x', OFFICE))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('are forgotten after a success, for that account alone', () => {
    const { attempts, waitOf } = setUp()
    for (let k = 0; k < 4; k++) waitOf('a@x', OFFICE)
    for (let k = 0; k < 5; k++) waitOf('b@x', OFFICE)
    attempts.begin('a@x', OFFICE).succeeded()
    for (let k = 0; k < 5; k++) expect(waitOf('a@x', OFFICE)).toBe(0)
    expect(waitOf('b@x', OFFICE)).toBeGreaterThan(0)
  })

  it('are not counted where the outcome is undecided', () => {
    const { attempts, waitOf } = setUp()
    for (let k = 0; k < 100; k++) attempts.begin('a@x', OFFICE).undecided()
    expect(waitOf('a@x', OFFICE)).toBe(0)
  })

  it('make nobody wait longer because the clock was set back', () => {
    const { time, waitOf } = setUp()
    for (let k = 0; k < 6; k++) waitOf('a@x', OFFICE)
    time.ms -= 5 * HOUR_MS
    expect(waitOf('a@x', OFFICE)).toBeLessThanOrEqual(1)
    time.ms += 24 * HOUR_MS + 5 * HOUR_MS + 1
    for (let k = 0; k < 5; k++) expect(waitOf('a@x', OFFICE)).toBe(0)
  })
})
