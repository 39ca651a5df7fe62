import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../../server/platform/access/principal.ts'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import { createAttempts } from '../../../server/accounts/sign-in/attempts.ts'
import { createKnownDevices } from '../../../server/accounts/sign-in/known-device.ts'
import { createOwnAccountService } from '../../../server/accounts/sign-in/own-account.ts'
import { createPasswordHasher } from '../../../server/accounts/sign-in/password-hasher.ts'
import { createSessionService } from '../../../server/accounts/sign-in/sessions.ts'
import { createSignInService } from '../../../server/accounts/sign-in/sign-in.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'

const [OLD, NEW, ATTACKERS] = [
  'nio gröna cyklar i ån',
  'sju lila paraplyer på taket',
  'tre blå hästar i vassen',
]
const ORIGIN = { network: '192.0.2.1', device: null }
const CHANGED = { code: 'unauthenticated', message: 'The account was changed meanwhile; sign in again.' }

describe.each(databasesUnderTest)('sign-ins and password changes meanwhile on $kind', ({ kind, open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())

  /** A person with a password, and the sign-in services; `meanwhile` runs after the password comparison. */
  async function setUp(meanwhile: (accountId: number) => Promise<unknown>) {
    const { people, sessions: stored } = db.repositories
    const clock = { nowMs: () => Date.now() }
    const secret = 'x'.repeat(32)
    const hasher = createPasswordHasher()
    const comparing = {
      ...hasher,
      async verify(...given: Parameters<typeof hasher.verify>) {
        const outcome = await hasher.verify(...given)
        await meanwhile(account.id)
        return outcome
      },
    }
    const sessions = createSessionService({
      sessions: stored,
      clock,
      secret,
      membershipOf: () => null,
      onChange() {},
    })
    const shared = {
      people,
      sessions,
      hasher: comparing,
      attempts: createAttempts(clock),
      devices: createKnownDevices(secret),
      audit: { record: async () => {} },
    }
    const signIn = createSignInService({ ...shared, clock, secret })
    const ownAccount = createOwnAccountService({ ...shared, signIn, onChange() {} })
    const email = `${Math.round(performance.now() * 1000)}@stad.example`
    const named = { email, name: 'Vera', role: 'planner', organisationId: null, openId: null } as const
    const account = await people.insert({ ...named, createdAtMs: clock.nowMs() })
    await people.setPassword(account.id, await hasher.hash(OLD))
    const principal: Principal = {
      audience: audienceOfRole('planner'),
      actor: { kind: 'account', accountId: account.id, sessionId: 1, name: 'Vera', organisationId: null },
    }
    const hashNow = async () => (await people.findCredentials(email))!.passwordHash
    const started = () => db.knex('session').where({ user_id: account.id })
    return { account, email, hasher, signIn, ownAccount, principal, sessions, hashNow, started }
  }

  it.each<[string, (id: number) => Promise<unknown>]>([
    ['gets another password', async (id) => db.repositories.people.setPassword(id, '$argon2id$another')],
    ['is disabled', (id) => db.repositories.people.update(id, { disabled: true })],
  ])('refuse a sign-in when, after the password check, the account %s', async (_, meanwhile) => {
    const { email, signIn, started } = await setUp(meanwhile)
    await expect(signIn.withPassword({ email, password: OLD }, ORIGIN)).rejects.toMatchObject(CHANGED)
    expect(await started()).toEqual([])
  })

  it('keep a password that was reset while someone else was changing the old one', async () => {
    const hasher = createPasswordHasher()
    const reset = await hasher.hash(NEW)
    const { ownAccount, principal, hashNow, started } = await setUp((id) =>
      db.repositories.people.setPassword(id, reset),
    )
    const change = ownAccount.changePassword(principal, { current: OLD, next: ATTACKERS }, ORIGIN)
    await expect(change).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await hashNow()).toBe(reset)
    expect(await started()).toEqual([])
  })

  it('admit the owner of an account that has not changed', async () => {
    const { email, signIn, started } = await setUp(async () => {})
    await signIn.withPassword({ email, password: OLD }, ORIGIN)
    expect(await started()).toHaveLength(1)
  })

  // The embedded database has one connection, so there is no concurrent change.
  if (kind === 'embedded') return
  it('make a sign-in wait for an uncommitted change of the account, and then refuse the sign-in', async () => {
    const { account, sessions, hashNow, started } = await setUp(async () => {})
    const hash = await hashNow()
    const change = await db.knex.transaction()
    await change('app_user').where({ id: account.id }).update({ password_hash: '$argon2id$another' })
    const opening = sessions.open(account, hash).catch((error: unknown) => error)
    const waiting = { datname: db.knex.raw('current_database()'), wait_event_type: 'Lock' }
    await expect.poll(() => db.knex('pg_stat_activity').where(waiting)).toHaveLength(1)
    await change.commit()
    expect(await opening).toMatchObject(CHANGED)
    expect(await started()).toEqual([])
  })
})
