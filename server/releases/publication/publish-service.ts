import { actorReference, type Principal } from '../../platform/access/principal.ts'
import { DomainError, notFound } from '../../engine/errors.ts'
import type { DueReleases, PreparedRelease } from '../release-computer.ts'
import type { ReleaseState, ReleaseStep, ReleaseSummary, StoredRelease } from '../release.ts'
import type { PublishDeps } from './publish-deps.ts'
import { publishOnce } from './publish-once.ts'
import { parseReleaseRequest, type ReleaseRequest } from './release-request.ts'
import type { ReleaseRepository } from '../repository.ts'

/** Compute → protect → attack → approve → publish → withdraw. */
export interface PublishService {
  /** Persons that a release needs: 2 = approved by another person than the one who prepared it. */
  readonly approvals: 1 | 2
  list(): Promise<readonly ReleaseSummary[]>
  /** What can be prepared now. */
  due(): Promise<DueReleases>
  find(id: number): Promise<StoredRelease>
  /**
   * Computes, protects and attacks releases, and stores them for approval.
   *
   * @param request see `parseReleaseRequest`; for `places` the result is empty when nothing is due
   * @throws DomainError `unprocessable` when the release is not possible, `conflict` when it exists
   */
  prepare(request: string, principal: Principal): Promise<readonly ReleaseSummary[]>
  /** Whether a person may approve a release as it is now: the same rules as `approve` applies. */
  mayApprove(release: ReleaseSummary, principal: Principal): boolean
  /** @throws DomainError `forbidden` when another person than the preparer must approve, `conflict` */
  approve(id: number, principal: Principal): Promise<ReleaseSummary>
  /**
   * Attacks the release again together with everything that was published since, makes its files and publishes it.
   *
   * @throws DomainError `conflict` when it is not approved, or no longer withstands the attack
   */
  publish(id: number, principal: Principal): Promise<ReleaseSummary>
  /** Withdraws a release: its address is gone for good, and every later attack still includes it. */
  withdraw(id: number, reason: string, principal: Principal): Promise<ReleaseSummary>
  /** Discards an unpublished release, so that its period can be prepared again. */
  discard(id: number, principal: Principal): Promise<void>
}

const NOT_DISCARDED: readonly ReleaseState[] = ['prepared', 'approved', 'published', 'withdrawn']

/** The publishing service. Each step is stored with its actor and time. */
export function createPublishService(deps: PublishDeps): PublishService {
  const { releases, documents, computer, clock, approvals, audit, onChange } = deps

  const stepOf = ({ actor }: Principal): ReleaseStep => ({
    by: actorReference(actor),
    name: 'name' in actor ? actor.name : null,
    at: new Date(clock.nowMs()).toISOString(),
  })
  const note = (principal: Principal, action: string, { id, key }: ReleaseSummary) =>
    audit.record(principal, { kind: 'publish', action, subject: `release/${id}`, detail: { key } })
  const known = async () => (await releases.list(NOT_DISCARDED)).map(({ contents }) => contents)

  const computed = async (request: ReleaseRequest): Promise<readonly PreparedRelease[]> => {
    if (request.kind === 'public') await refuseKnown(releases, request.period)
    const disclosed = await known()
    if (request.kind === 'places') return computer.prepareDuePlaces(disclosed)
    return request.kind === 'public'
      ? [await computer.preparePublic(request.period, disclosed, await documents.earlierDocuments())]
      : [await computer.preparePlace(request.placeId, request.from, disclosed)]
  }

  const keep = async (prepared: PreparedRelease, principal: Principal): Promise<ReleaseSummary> => {
    const { key, contents, attack, snapshotVersion } = prepared
    const placeId = contents.kind === 'place' ? contents.placeId : null
    const release = await releases.insert({
      kind: contents.kind,
      key,
      placeId,
      snapshotVersion,
      contents,
      attack,
      prepared: stepOf(principal),
    })
    await note(principal, 'prepareRelease', release)
    return summaryOf(release)
  }

  return {
    approvals,
    list: () => releases.summaries(),
    due: async () => computer.due((await releases.summaries(NOT_DISCARDED)).map(({ key }) => key)),
    async find(id) {
      const release = await releases.find(id)
      if (release === null) throw notFound('release', id)
      return release
    },
    async prepare(text, principal) {
      const kept: ReleaseSummary[] = []
      for (const prepared of await computed(parseReleaseRequest(text)))
        kept.push(await keep(prepared, principal))
      return kept
    },
    mayApprove: (release, principal) =>
      release.state === 'prepared' && refusalOf(release, principal, approvals) === null,
    async approve(id, principal) {
      const release = await releases.find(id)
      if (release === null) throw notFound('release', id)
      const refusal = refusalOf(release, principal, approvals)
      if (refusal !== null) throw refusal
      const approved = await releases.approve(id, stepOf(principal))
      await note(principal, 'approveRelease', approved)
      return summaryOf(approved)
    },
    async publish(id, principal) {
      const published = await publishOnce(deps, id, stepOf(principal))
      await onChange()
      await note(principal, 'publishRelease', published)
      return summaryOf(published)
    },
    async withdraw(id, reason, principal) {
      const withdrawn = await releases.withdraw(id, { ...stepOf(principal), reason })
      await onChange()
      await note(principal, 'withdrawRelease', withdrawn)
      return summaryOf(withdrawn)
    },
    async discard(id, principal) {
      const release = await releases.find(id)
      if (release === null) throw notFound('release', id)
      await releases.discard(id)
      await note(principal, 'discardRelease', release)
    },
  }
}

async function refuseKnown(releases: ReleaseRepository, key: string): Promise<void> {
  const same = (await releases.summaries(NOT_DISCARDED)).find((release) => release.key === key)
  if (same === undefined) return
  throw new DomainError(
    'conflict',
    `The release ${key} is ${same.state} already (number ${same.id}); a period is released once and never computed again.`,
  )
}

/** Why a person may not approve a release; null where they may. */
function refusalOf(release: ReleaseSummary, { actor }: Principal, approvals: 1 | 2): DomainError | null {
  const { breaches } = release.attack
  if (breaches.length > 0) {
    return new DomainError(
      'conflict',
      `Release ${release.id} does not withstand the attack: ${breaches.length} hidden figures could be narrowed down.`,
    )
  }
  if (actor.kind === 'key')
    return new DomainError('forbidden', 'A release is approved by a person, not by a key.')
  if (approvals === 2 && release.prepared.by === actorReference(actor)) {
    return new DomainError(
      'forbidden',
      'A release is approved by another person than the one who prepared it (RELEASE_APPROVALS=2).',
    )
  }
  return null
}

function summaryOf(release: StoredRelease): ReleaseSummary {
  const { contents: _contents, ...summary } = release
  return summary
}
