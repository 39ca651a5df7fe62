import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { createPasswordHasher } from '../../../server/accounts/sign-in/password-hasher.ts'

const PASSWORD = 'nio gröna cyklar i ån'

describe('a password hash', () => {
  const hasher = createPasswordHasher()

  it('is argon2id with OWASP’s parameters, with a new salt each time', async () => {
    const [one, other] = [await hasher.hash(PASSWORD), await hasher.hash(PASSWORD)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(other).not.toBe(one)
    expect(await hasher.verify(one, PASSWORD)).toEqual({ matches: true, outdated: false })
    expect((await hasher.verify(one, `${PASSWORD} `)).matches).toBe(false)
  })

  it('matches however the keyboard composes its characters', async () => {
    const stored = await hasher.hash(PASSWORD.normalize('NFC'))
    expect((await hasher.verify(stored, PASSWORD.normalize('NFD'))).matches).toBe(true)
  })

  it('is reported as outdated when made with other parameters', async () => {
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 3, parallelism: 1 })
    expect(await hasher.verify(old, PASSWORD)).toEqual({ matches: true, outdated: true })
  })

  it('that is missing matches nothing, after the same work in the same queue', async () => {
    expect((await hasher.verify(null, PASSWORD)).matches).toBe(false)
    const full = createPasswordHasher({ atOnce: 1, maxWaiting: 0 })
    await full.verify(null, PASSWORD)
    const working = full.hash(PASSWORD)
    await expect(full.verify(null, PASSWORD)).rejects.toMatchObject({ code: 'busy' })
    await working
  })

  it('is refused beyond a bounded queue, which empties again', async () => {
    const small = createPasswordHasher({ atOnce: 1, maxWaiting: 2 })
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => small.hash(PASSWORD)))
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ])
    for (const outcome of outcomes.slice(3))
      expect(outcome).toMatchObject({ reason: { code: 'busy', retryAfterSeconds: 2 } })
    await expect(small.hash(PASSWORD)).resolves.toMatch(/^\$argon2id/)
  })
})
