import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../../server/platform/access/audience.ts'
import { figuresOfHandling } from '../../../server/reviews/handlings/handling-figures.ts'
import type { Handling } from '../../../server/reviews/handlings/handling-document.ts'
import type { ReleaseComputer } from '../../../server/releases/release-computer.ts'
import type { ReleasePeriod, ReleaseState } from '../../../server/releases/release.ts'
import { publishOnce } from '../../../server/releases/publication/publish-once.ts'
import { createGivesAway } from '../../../server/releases/computation/gives-away.ts'
import { createReviewPermissions } from '../../../server/reviews/review-permissions.ts'
import { createReviewWorkflow } from '../../../server/reviews/workflow/workflow.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import { releaseComputerOf } from '../../support/cities/release-city.ts'
import { FIXTURE_AREAS, quarterContents } from '../../support/release-fixture.ts'

const COORDINATOR = {
  kind: 'account',
  accountId: 2,
  sessionId: 1,
  name: 'Åsa',
  organisationId: null,
} as const
const STEP = { by: 'account/2', name: null, at: '2026-11-22T12:00:00.000Z' }
const SURROUNDINGS = {
  footprint: FIXTURE_AREAS[0]!.planar,
  cameras: [],
  guards: [],
  focusAreas: [],
  districts: [],
  atPremises: { digest: 'none', counts: [] },
}

type Moment = () => Promise<void>

/** Something to be done once, when it is asked for the first time. */
function once(moment: Moment): Moment {
  let done = false
  return async () => {
    if (done) return
    done = true
    await moment()
  }
}

describe.each(databasesUnderTest)('two who tell at the same moment, on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  const computer = releaseComputerOf(makeSnapshot({ rows: [] }), { today: '2026-11-22' })

  /** The release of a quarter of one area's disorder, approved. */
  async function approved(period: ReleasePeriod, count: number | 'few'): Promise<number> {
    const { releases } = db.repositories
    const figure = { area: 'a1', register: 'police', group: 'order', period, count } as const
    const { id } = await releases.insert({
      kind: 'public',
      key: period,
      placeId: null,
      snapshotVersion: 'v',
      contents: { ...quarterContents(period), areaFigures: [figure] },
      attack: { hidden: 1, atoms: 1, constraints: 1, breaches: [], hiddenBesides: 0 },
      prepared: { ...STEP, by: 'account/1' },
    })
    await releases.approve(id, STEP)
    return id
  }

  /** A review of the same area and two quarters together, about to be locked: nine incidents, which tell as ten. */
  async function screened(from: string, to: string): Promise<number> {
    const evidence = JSON.stringify({
      provenance: { demo: false, query: { geometry: SURROUNDINGS.footprint, from, to } },
    })
    const fileable = {
      zones: [{ zone: 0, fromMetres: 0, toMetres: 0, areaM2: 4_000_000 }],
      days: 181,
      sources: [],
      counts: [{ zone: 0, register: 'police', group: 'order', count: 9 }],
    }
    const { reviews } = db.repositories
    const event = { at: STEP.at, actor: 'operator', actorName: null } as const
    const { id } = await reviews.open(
      { proposalId: null, createdAt: STEP.at },
      { ...event, kind: 'opened', detail: {}, revision: 1, state: 'draft' },
      {
        version: 1,
        snapshotVersion: '0123456789abcdef0123456789abcdef',
        visible: '10:12:11',
        epoch: '6f1f0d1e-58a4-4a0c-8e0a-0c8d7b1f2a3b',
        computedAt: STEP.at,
        evidence,
        sha256: hash('sha256', evidence),
        surroundings: JSON.stringify({ ...SURROUNDINGS, fileable }),
      },
    )
    const moved = { kind: 'moved', detail: { note: null } } as const
    await reviews.append(id, { ...event, ...moved, revision: 2, state: 'screening' })
    return id
  }

  /** A computer whose attack holds still, once it has its answer, for something else to happen. */
  const attackingWith = (moment: Moment): Pick<ReleaseComputer, 'attack'> => ({
    async attack(...asked) {
      const report = await computer.attack(...asked)
      await moment()
      return report
    },
  })
  const publish = (id: number, moment: Moment = async () => {}) =>
    publishOnce(
      {
        releases: db.repositories.releases,
        handlings: db.repositories.reviews,
        computer: { ...computer, ...attackingWith(moment) },
        files: async () => [],
      },
      id,
      STEP,
    )
  const lock = async (
    id: number,
    { moment = async () => {}, knowing }: { moment?: Moment; knowing?: readonly ReleaseState[] } = {},
  ) => {
    const { reviews, releases } = db.repositories
    const list = (states?: readonly ReleaseState[]) => releases.list(knowing ?? states)
    const workflow = createReviewWorkflow({
      reviews,
      clock: { nowMs: () => Date.parse(STEP.at) },
      proposal: () => null,
      premisesDigest: () => 'none',
      permissions: createReviewPermissions(true),
      givesAway: createGivesAway({ computer: attackingWith(moment), releases: { list } }),
    })
    const request = { to: 'evidence_locked', caseNumber: 'Dnr 1' } as const
    await workflow.move(id, 2, request, { actor: COORDINATOR, audience: audienceOfRole('coordinator') })
  }
  const counts = async (id: number) => {
    const stored = await db.repositories.reviews.handling(id)
    const handling = JSON.parse(stored!.handling) as Handling
    return figuresOfHandling(handling, SURROUNDINGS.footprint).map(({ count }) => count)
  }
  /** Whether anything hidden can be worked out from all that has been told. */
  async function breaches(): Promise<number> {
    const { releases, reviews } = db.repositories
    const told = await releases.list(['published', 'withdrawn'])
    const figures = await reviews.publishedReviewFigures()
    const report = await computer.attack(
      told.map(({ contents }) => contents),
      figures,
    )
    return report.breaches.length
  }

  it('publishes no release that a handling, locked after the attack, makes unsafe', async () => {
    await publish(await approved('2020-Q1', 'few'))
    const review = await screened('2020-01-01T00:00+01:00', '2020-07-01T00:00+02:00')
    const late = await approved('2020-Q2', 5)
    // As if it had been prepared after the lock's attack: neither of the two knows of the other.
    const lockMeanwhile = once(() => lock(review, { knowing: ['published'] }))
    await expect(publish(late, lockMeanwhile)).rejects.toMatchObject({ code: 'conflict' })
    expect(await counts(review)).toEqual([10])
    expect(await db.repositories.releases.find(late)).toMatchObject({ state: 'approved', path: null })
    expect(await breaches()).toBe(0)
  })

  it('locks no figure that a release, published after the attack, makes unsafe', async () => {
    await publish(await approved('2021-Q1', 'few'))
    const review = await screened('2021-01-01T00:00+01:00', '2021-07-01T00:00+02:00')
    let attacks = 0
    const publishMeanwhile = once(async () => void (await publish(await approved('2021-Q2', 5))))
    const moment = async () => {
      attacks++
      await publishMeanwhile()
    }
    await lock(review, { moment })
    expect(attacks, 'it is attacked anew').toBeGreaterThan(1)
    expect(await counts(review)).toEqual(['withheld'])
    expect(await breaches()).toBe(0)
  })

  it('lets a lock know of what is prepared and approved, though it is not published yet', async () => {
    await approved('2022-Q1', 'few')
    await approved('2022-Q2', 5)
    const review = await screened('2022-01-01T00:00+01:00', '2022-07-01T00:00+02:00')
    await lock(review)
    expect(await counts(review)).toEqual(['withheld'])
  })

  it('lets both through where together they tell nothing', async () => {
    const id = await approved('2023-Q1', 40)
    const review = await screened('2021-01-01T00:00+01:00', '2021-07-01T00:00+02:00')
    await publish(
      id,
      once(() => lock(review)),
    )
    expect(await db.repositories.releases.find(id)).toMatchObject({ state: 'published' })
  })
})
