import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import { type Principal, hasAccess } from '../../../server/platform/access/principal.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { createMembershipOf } from '../../../server/accounts/people/membership.ts'
import { createKeyService, type KeyRequest } from '../../../server/accounts/keys/key-service.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'

const NOON = Date.parse('2026-03-01T12:00:00.000Z')
const DAY = 86_400_000

const GATEWAY: KeyRequest = {
  name: 'gateway',
  role: 'analyst',
  scopes: ['map.read', 'incidents.read'],
  organisationId: null,
  days: null,
}

const administrator: Principal = {
  audience: audienceOfRole('admin'),
  actor: { kind: 'account', accountId: 3, sessionId: 8, name: 'Ada Lind', organisationId: null },
}

describe.each(databasesUnderTest)('API keys on the $kind database', ({ open }) => {
  let db: TestDatabase
  let nowMs = NOON
  let changes = 0
  const service = () =>
    createKeyService({
      keys: db.repositories.keys,
      clock: { nowMs: () => nowMs },
      membershipOf: createMembershipOf({ nowMs: () => nowMs }, createZone('Europe/Stockholm')),
      onChange: () => changes++,
    })
  const make = (change: Partial<KeyRequest> = {}) => service().make({ ...GATEWAY, ...change }, administrator)
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  it('show their token once, and store only its hash', async () => {
    const { key, token } = await make()
    expect(token).toMatch(/^lb_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/)
    expect(key).toEqual({
      id: key.id,
      prefix: token.slice(3, 11),
      name: 'gateway',
      role: 'analyst',
      scopes: ['incidents.read', 'map.read'],
      organisationId: null,
      createdBy: 'account/3',
      createdAt: '2026-03-01T12:00:00.000Z',
      expiresAt: '2027-03-01T12:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
    })
    const { rows } = await db.knex.raw('SELECT api_key::text AS stored FROM api_key')
    const secret = token.slice(12)
    expect(rows.some(({ stored }: { stored: string }) => stored.includes(secret))).toBe(false)
  })

  it('grant their scopes, and no other right of their role', async () => {
    const { token } = await make()
    const found = await service().find(token)
    expect(found?.expiresAtMs).toBe(NOON + 365 * DAY)
    const principal = found!.principal
    expect(principal.audience.role).toBe('analyst')
    expect(hasAccess(principal, 'incidents.read')).toBe(true)
    expect(hasAccess(principal, 'incidents.write')).toBe(false)
    expect(hasAccess(principal, 'people.read')).toBe(false)
  })

  it.each([
    ['another secret', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['another prefix', (token: string) => `lb_aaaaaaaa${token.slice(11)}`],
    ['no form of a key', () => 'lb_1'],
    ['the hash in place of the token', () => 'f'.repeat(64)],
  ])('are not found with %s', async (_what, change) => {
    const { token } = await make()
    expect(await service().find(change(token))).toBeNull()
  })

  it('stop working when they expire', async () => {
    const { token } = await make({ days: 2 })
    nowMs = NOON + 2 * DAY - 1
    expect(await service().find(token)).not.toBeNull()
    nowMs = NOON + 2 * DAY
    expect(await service().find(token)).toBeNull()
    nowMs = NOON
  })

  it('stop working when revoked, notify at once, and keep the first time of revocation', async () => {
    const { key, token } = await make()
    const [before, version] = [changes, await db.repositories.accessChanges.version()]
    const revoked = await service().revoke(key.id)
    expect(revoked.revokedAt).toBe('2026-03-01T12:00:00.000Z')
    expect(changes).toBe(before + 1)
    expect(await db.repositories.accessChanges.version()).not.toBe(version)
    expect(await service().find(token)).toBeNull()
    nowMs = NOON + DAY
    expect(await service().revoke(key.id)).toEqual(revoked)
    nowMs = NOON
    await expect(service().revoke(999_999)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('have no scope beyond their role, and a life of two years at most', async () => {
    const refused = async (change: Partial<KeyRequest>) => {
      const error = await make(change).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      expect(error).toMatchObject({ code: 'invalid-body' })
      return (error as { problems: { field: string }[] }).problems.map(({ field }) => field)
    }
    expect(await refused({ role: 'planner', scopes: ['map.read', 'incidents.read'] })).toEqual(['scopes'])
    expect(await refused({ role: 'admin', scopes: ['hotspots.read', 'system.erase'] })).toEqual([
      'scopes',
      'scopes',
    ])
    expect(await refused({ scopes: [] })).toEqual(['scopes'])
    expect(await refused({ days: 731 })).toEqual(['days'])
    expect(await refused({ role: 'partner', scopes: ['places.read'] })).toEqual(['organisationId'])
  })

  it('of partners are limited to the places of their organisation', async () => {
    const { features, people } = db.repositories
    const planar = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    }
    const properties = {
      kind: 'place' as const,
      name: 'Torget',
      validFrom: null,
      validTo: null,
      residents: null,
      visitors: null,
      exposureSource: null,
      derived: false,
    }
    const { id: placeId } = await features.insert('areas', { planar, properties })
    const { id: organisationId } = await people.insertOrganisation({ name: 'Handlarna', placeIds: [placeId] })
    const { token } = await make({ role: 'partner', scopes: ['places.read'], organisationId })
    expect((await service().find(token))!.principal.audience).toMatchObject({
      role: 'partner',
      placeIds: [placeId],
    })
    await expect(
      make({ role: 'partner', scopes: ['places.read'], organisationId: 999 }),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('are listed newest first', async () => {
    const newestFirst = (await service().list()).map(({ id }) => id)
    expect(newestFirst).toEqual(newestFirst.toSorted((a, b) => b - a))
  })

  it('record their last use, which withdraws no right', async () => {
    const { key } = await make()
    const version = await db.repositories.accessChanges.version()
    await db.repositories.keys.touch([{ id: key.id, at: '2026-03-02T08:00:00.000Z' }])
    expect((await db.repositories.keys.find(key.id))?.lastUsedAt).toBe('2026-03-02T08:00:00.000Z')
    expect(await db.repositories.accessChanges.version()).toBe(version)
  })
})
