import * as argon2id from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../server/engine/errors.ts'
import type { Account, Credentials } from '../../../server/accounts/people/accounts.ts'
import { createAttempts } from '../../../server/accounts/sign-in/attempts.ts'
import { createKnownDevices } from '../../../server/accounts/sign-in/known-device.ts'
import { createPasswordHasher } from '../../../server/accounts/sign-in/password-hasher.ts'
import type { SessionService } from '../../../server/accounts/sign-in/sessions.ts'
import { createSignInService } from '../../../server/accounts/sign-in/sign-in.ts'
import type { PeopleRepository } from '../../../server/accounts/people/repository.ts'

const PASSWORD = 'nio gröna cyklar i ån'
const CLOCK = { nowMs: () => 0 }

/** A sign-in that counts its hashes and audit events. */
async function setUp() {
  const compared: string[] = []
  let hashed = 0
  const counting: NonNullable<Parameters<typeof createPasswordHasher>[0]>['argon2'] = {
    hash: (...given) => {
      hashed++
      return argon2id.hash(...given)
    },
    verify: (stored, ...given) => {
      compared.push(String(stored))
      return argon2id.verify(stored, ...given)
    },
  }
  const hasher = createPasswordHasher({ argon2: counting })
  const passwordHash = await hasher.hash(PASSWORD)
  const account = (id: number, disabled: boolean): Account => ({
    id,
    email: `${id}@stad.example`,
    name: 'Vera',
    role: 'planner',
    organisationId: null,
    disabled,
    hasPassword: true,
    createdAt: '2026-01-01T00:00:00.000Z',
    lastSignInAt: null,
    openId: null,
  })
  const known: Readonly<Record<string, Credentials>> = {
    'known@stad.example': { account: account(1, false), passwordHash },
    'disabled@stad.example': { account: account(2, true), passwordHash },
    'invited@stad.example': { account: account(3, false), passwordHash: null },
  }
  const notes: string[] = []
  const signIn = createSignInService({
    people: { findCredentials: async (email: string) => known[email] ?? null } as PeopleRepository,
    sessions: {} as SessionService,
    hasher,
    attempts: createAttempts(CLOCK),
    devices: createKnownDevices('x'.repeat(32)),
    audit: { record: async (_principal, { kind }) => void notes.push(kind) },
    clock: CLOCK,
    secret: 'x'.repeat(32),
  })
  /** The cost of one attempt: hashes, parameters of each comparison, audit events; and its refusal. */
  const costOf = async (email: string, password: string) => {
    const [before, made, audited] = [compared.length, hashed, notes.length]
    const given = { email: `${email}@stad.example`, password }
    const error: unknown = await signIn
      .withPassword(given, { network: '192.0.2.1', device: null })
      .catch((e) => e)
    return {
      hashed: hashed - made,
      compared: compared.slice(before).map((stored) => {
        const { algorithm, memoryCost, timeCost, parallelism, outputLen } = argon2id.parseOptions(stored)
        return { algorithm, memoryCost, timeCost, parallelism, outputLen }
      }),
      notes: notes.slice(audited),
      refusal: error instanceof DomainError ? [error.code, error.message] : error,
    }
  }
  return { costOf }
}

describe('the work of a refused sign-in', () => {
  it('is one hash comparison and one audit event, whether the account exists, is disabled or only invited', async () => {
    const { costOf } = await setUp()
    const known = await costOf('known', 'a wrong password')
    expect(known).toEqual({
      hashed: 0,
      compared: [{ algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }],
      notes: ['sign-in-failed'],
      refusal: ['unauthenticated', 'The e-mail address or the password is wrong.'],
    })
    for (const email of ['disabled', 'invited', 'nobody', 'somebody-else'])
      expect([email, await costOf(email, 'a wrong password')]).toEqual([email, known])
  })

  it('discloses a disabled account only to a caller with its password', async () => {
    const { costOf } = await setUp()
    const { refusal, compared } = await costOf('disabled', PASSWORD)
    expect([(refusal as string[])[0], compared.length]).toEqual(['forbidden', 1])
  })
})
