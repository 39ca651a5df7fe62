import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditNote } from '../../../server/platform/audit/audit.ts'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import { type Principal, OPERATING } from '../../../server/platform/access/principal.ts'
import type { ReleaseComputer } from '../../../server/releases/release-computer.ts'
import type { AttackReport, ReleaseContents, ReleasePeriod } from '../../../server/releases/release.ts'
import { createPublishService } from '../../../server/releases/publication/publish-service.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'
import { quarterContents } from '../../support/release-fixture.ts'

const person = (
  accountId: number,
  role: 'coordinator' | 'analyst' | 'planner' = 'coordinator',
): Principal => ({
  audience: audienceOfRole(role),
  actor: { kind: 'account', accountId, sessionId: 1, name: `Person ${accountId}`, organisationId: null },
})
const [FIRST, SECOND] = [person(1), person(2, 'analyst')]
const KEY: Principal = {
  audience: audienceOfRole('analyst'),
  actor: { kind: 'key', keyId: 9, name: 'skript' },
}

const SAFE: AttackReport = { hidden: 3, atoms: 5, constraints: 7, breaches: [], hiddenBesides: 0 }
const BROKEN: AttackReport = {
  ...SAFE,
  breaches: [{ figure: 'a1/police/order/2024-Q1', low: 3, high: 3, needs: [0, 4] }],
}

interface Options {
  readonly approvals: 1 | 2
  /** Called during the attack. */
  readonly during: () => Promise<void>
}

describe.each(databasesUnderTest)('publishing on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  /** Publishing with a computer whose attack the test decides, and a look at what it was given. */
  function publishing({ approvals = 2, during = async () => {} }: Partial<Options> = {}) {
    const attacked: (readonly ReleaseContents[])[] = []
    const state = { prepared: SAFE, again: SAFE, changes: 0, notes: [] as string[] }
    const computer: ReleaseComputer = {
      due: async () => ({ periods: [], places: null }),
      preparePublic: async (period: ReleasePeriod) => ({
        key: period,
        contents: quarterContents(period),
        attack: state.prepared,
        snapshotVersion: 'v1',
      }),
      preparePlace: () => Promise.reject(new Error('not asked for')),
      prepareDuePlaces: async () => [],
      attackRequested: async () => [],
      async attack(releases) {
        attacked.push(releases)
        await during()
        return state.again
      },
    }
    const service = createPublishService({
      releases: db.repositories.releases,
      documents: { earlierDocuments: async () => [] },
      computer,
      files: async ({ key }) => [{ path: 'areas.csv', bytes: Buffer.from(key), sha256: hash('sha256', key) }],
      audit: {
        record: async (_, note: AuditNote) => void state.notes.push(`${note.action} ${note.subject}`),
      },
      clock: { nowMs: () => Date.parse('2026-06-01T12:00:00Z') },
      approvals,
      onChange: async () => void state.changes++,
    })
    return { service, state, attacked }
  }
  const approved = async (service: ReturnType<typeof publishing>['service'], period: string) => {
    const [release] = await service.prepare(period, FIRST)
    await service.approve(release!.id, SECOND)
    return release!.id
  }

  it('takes two persons, unless configured for one', async () => {
    const { service } = publishing()
    const { id } = (await service.prepare('2020-Q1', FIRST))[0]!
    await expect(service.approve(id, FIRST)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(service.approve(id, KEY)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await service.approve(id, SECOND)).toMatchObject({
      approved: { by: 'account/2', name: 'Person 2' },
    })

    const [own] = await service.prepare('2020-Q2', OPERATING)
    await expect(service.approve(own!.id, OPERATING)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await publishing({ approvals: 1 }).service.approve(own!.id, OPERATING)).toMatchObject({
      state: 'approved',
    })
  })

  it('never approves a release with breaches', async () => {
    const { service, state } = publishing({ approvals: 1 })
    state.prepared = BROKEN
    const { id } = (await service.prepare('2020-Q3', FIRST))[0]!
    await expect(service.approve(id, SECOND)).rejects.toMatchObject({ code: 'conflict' })
    await expect(service.publish(id, SECOND)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('attacks again with all releases, and refuses one that has become unsafe', async () => {
    const { service, state, attacked } = publishing()
    const first = await approved(service, '2021-Q1')
    const second = await approved(service, '2021-Q2')
    await service.publish(first, FIRST)
    await service.withdraw(first, 'fel', FIRST)
    state.again = BROKEN
    await expect(service.publish(second, FIRST)).rejects.toMatchObject({ code: 'conflict' })
    const periods = attacked.at(-1)!.map((contents) => contents.kind === 'public' && contents.period)
    expect(periods).toEqual(['2021-Q1', '2021-Q2'])
    expect(await service.find(second)).toMatchObject({ state: 'approved', path: null })
    state.again = SAFE
    expect(await service.publish(second, FIRST)).toMatchObject({ state: 'published', path: '2021-Q2' })
  })

  it('repeats the attack when another release is published meanwhile', async () => {
    const other = publishing()
    const [mine, theirs] = [
      await approved(other.service, '2022-Q1'),
      await approved(other.service, '2022-Q2'),
    ]
    let conflicted = false
    const { service, attacked } = publishing({
      during: async () => {
        if (conflicted) return
        conflicted = true
        await other.service.publish(theirs, FIRST)
      },
    })
    await service.publish(mine, FIRST)
    expect(attacked).toHaveLength(2)
    expect(attacked[1]!.length).toBe(attacked[0]!.length + 1)
  })

  it('updates the public tree and the audit log at each step', async () => {
    const { service, state } = publishing()
    const id = await approved(service, '2023-Q1')
    await service.publish(id, FIRST)
    await service.withdraw(id, 'fel', SECOND)
    const [given] = await service.prepare('2023-Q2', FIRST)
    await service.discard(given!.id, FIRST)
    expect(state.changes).toBe(2)
    expect(state.notes.map((note) => note.split(' ')[0])).toEqual([
      'prepareRelease',
      'approveRelease',
      'publishRelease',
      'withdrawRelease',
      'prepareRelease',
      'discardRelease',
    ])
  })
})
