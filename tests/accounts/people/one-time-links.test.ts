import { describe, expect, it } from 'vitest'
import type { AuditIntentEvent } from '../../../server/platform/audit/audit.ts'
import type { Account, StoredInvitation } from '../../../server/accounts/people/accounts.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { createAuditService } from '../../../server/platform/audit/audit-service.ts'
import { createLinkService, issueLink } from '../../../server/accounts/people/one-time-links.ts'
import type { InvitationRepository } from '../../../server/accounts/people/repository.ts'

const HOUR_MS = 3_600_000
const ACCOUNT: Account = {
  id: 7,
  email: 'vera@stad.example',
  name: 'Vera',
  role: 'planner',
  organisationId: null,
  openId: null,
  disabled: false,
  hasPassword: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  lastSignInAt: null,
}

/** Links in memory behind the port, with the test's clock. */
function setUp() {
  const time = { ms: 0 }
  const account = { ...ACCOUNT }
  const links = new Map<string, Omit<StoredInvitation, 'account'>>()
  const started = new Map<number, AuditIntentEvent>()
  const startedWhenUsed: (readonly AuditIntentEvent[])[] = []
  const admittedBy: unknown[] = []
  const invitations: InvitationRepository = {
    async put({ tokenHash, purpose, expiresAtMs }) {
      links.set(tokenHash, { purpose, expiresAtMs })
      return true
    },
    find: async (hash) => (links.has(hash) ? { ...links.get(hash)!, account } : null),
    async accept(hash) {
      startedWhenUsed.push([...started.values()])
      return links.delete(hash) ? account : null
    },
    sweep: async () => 0,
  }
  const clock = { nowMs: () => time.ms }
  const service = createLinkService({
    invitations,
    hasher: { hash: async () => 'hashed', verify: async () => ({ matches: false, outdated: false }) },
    signIn: {
      withPassword: () => Promise.reject(new Error('nobody signs in with a password here')),
      async admit(admitted, _method, passwordHash) {
        admittedBy.push(passwordHash)
        return { account: admitted, session: { id: 1, token: 'token', expiresAtMs: 0 }, device: '' }
      },
    },
    audit: createAuditService({
      repository: {
        insert: async () => {},
        begin: async (event) => started.set(1, event).size,
        forget: async (id) => void started.delete(id),
        settleLost: async () => 0,
      },
      clock,
      log: SILENT,
    }),
    clock,
    onChange: () => {},
  })
  const issue = async (purpose: 'invitation' | 'reset') => {
    const { url } = await issueLink(account, purpose, { invitations, clock, baseUrl: 'https://x.example' })
    return /^https:\/\/x\.example\/#\/invitation\/(.+)$/.exec(url)![1]!
  }
  return { time, account, service, issue, started, startedWhenUsed, admittedBy }
}

const PASSWORD = 'Gul7 kvast vilar på myrans tak'
const GONE = { code: 'not-found', message: 'This link was used, replaced by a newer one, or is too old.' }

describe('a one-time link', () => {
  it.each([
    ['invitation', 7 * 24],
    ['reset', 24],
  ] as const)('of an %s can be looked up and used for %i hours', async (purpose, hours) => {
    const { time, service, issue } = setUp()
    const token = await issue(purpose)
    time.ms = hours * HOUR_MS - 1
    expect(await service.read(token)).toMatchObject({ purpose })
    time.ms++
    await expect(service.read(token)).rejects.toMatchObject(GONE)
    await expect(service.accept(token, PASSWORD)).rejects.toMatchObject(GONE)
  })

  it('works once', async () => {
    const { service, issue } = setUp()
    const token = await issue('reset')
    expect((await service.accept(token, PASSWORD)).account.id).toBe(7)
    await expect(service.accept(token, PASSWORD)).rejects.toMatchObject(GONE)
  })

  it('signs in only while the password chosen with it is still the account’s', async () => {
    const { service, issue, admittedBy } = setUp()
    await service.accept(await issue('reset'), PASSWORD)
    expect(admittedBy).toEqual(['hashed'])
  })

  it('stores an audit intent before its use, and settles it afterwards', async () => {
    const { service, issue, started, startedWhenUsed } = setUp()
    const token = await issue('reset')
    await service.read(token)
    await service.accept(token, PASSWORD)
    expect(startedWhenUsed).toMatchObject([
      [{ kind: 'people', action: 'acceptInvitation', subject: 'account/7', actor: 'anonymous' }],
    ])
    expect(started.size).toBe(0)
  })

  it('of a disabled account is refused like an unknown one', async () => {
    const { account, service, issue } = setUp()
    const token = await issue('reset')
    Object.assign(account, { disabled: true })
    await expect(service.read(token)).rejects.toMatchObject(GONE)
    await expect(service.read('A'.repeat(43))).rejects.toMatchObject(GONE)
    await expect(service.read('no token')).rejects.toMatchObject(GONE)
  })
})
