import type { Audience } from '../platform/access/audience.ts'
import { actorReference, type Caller } from '../platform/access/caller.ts'
import { DomainError, notFound } from '../engine/errors.ts'
import type { FeatureKind, FeatureKinds, PlanarFeature } from '../engine/snapshot/features.ts'
import { permitProposalChange } from '../proposals/permit-proposal.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { requireRight, type Right } from '../platform/access/rights.ts'
import { showWrite } from '../platform/feed/after-write.ts'
import { parseFootprint } from '../checks/footprint.ts'
import { toGeographicGeometry, toPlanarGeometry } from './feature-geometry.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { FeatureRepository } from './repository.ts'

/** A feature as it is sent: WGS 84, its form checked. */
export type FeatureDraft<K extends FeatureKind> = Pick<FeatureKinds[K], 'geometry' | 'properties'>

export interface FeaturePage<K extends FeatureKind> {
  readonly features: readonly FeatureKinds[K][]
  /** Id after which the next page goes on; null at the end. */
  readonly next: number | null
}

/** The small layers, one feature at a time. Reads come from memory, writes go to the database and then show. */
export interface FeatureService {
  list<K extends FeatureKind>(
    kind: K,
    page: { readonly after: number; readonly limit: number },
    audience: Audience,
    keep?: (feature: FeatureKinds[K]) => boolean,
  ): FeaturePage<K>
  find<K extends FeatureKind>(kind: K, id: number, audience: Audience): FeatureKinds[K]
  create<K extends FeatureKind>(kind: K, draft: FeatureDraft<K>, caller: Caller): Promise<FeatureKinds[K]>
  replace<K extends FeatureKind>(
    kind: K,
    id: number,
    revision: number,
    draft: FeatureDraft<K>,
    caller: Caller,
  ): Promise<FeatureKinds[K]>
  remove(kind: FeatureKind, id: number, revision: number | null, caller: Caller): Promise<void>
}

interface Deps {
  readonly features: FeatureRepository
  readonly snapshots: SnapshotStore
  readonly projection: Projection
  /** Whether this is the demo city, which takes no real ground. */
  readonly demo: boolean
  /** Refuses with `busy` while the database takes no writes. */
  readonly beforeWrite: () => void
}

/** The service of the small layers. */
export function createFeatureService({
  features,
  snapshots,
  projection,
  demo,
  beforeWrite,
}: Deps): FeatureService {
  const stored = <K extends FeatureKind>(kind: K): readonly FeatureKinds[K][] => {
    const lease = snapshots.acquire()
    const all = lease.snapshot.layers.features(kind)
    lease.release()
    return all
  }
  const existing = <K extends FeatureKind>(kind: K, id: number): FeatureKinds[K] => {
    const feature = stored(kind).find((candidate) => candidate.id === id)
    if (feature === undefined) throw notFound(NAMES[kind], id)
    return feature
  }
  const allowChange = (kind: FeatureKind, id: number, caller: Caller) => {
    allowWrite(kind, caller.audience, demo)
    if (kind === 'proposals') permitProposalChange(caller, existing(kind, id))
  }
  const planarOf = <K extends FeatureKind>(kind: K, { geometry, properties }: FeatureDraft<K>) => ({
    // What can be checked can be kept: the same limits, the same repair.
    planar:
      kind === 'proposals' && geometry.type !== 'Point'
        ? (parseFootprint(geometry, projection).planar as typeof geometry)
        : toPlanarGeometry(geometry, projection),
    properties,
  })
  const shown = async <K extends FeatureKind>(feature: PlanarFeature<K>): Promise<FeatureKinds[K]> => {
    const planar = feature.planar
    await showWrite(snapshots)
    return { ...feature, geometry: toGeographicGeometry(planar, projection) } as unknown as FeatureKinds[K]
  }
  return {
    list(kind, { after, limit }, audience, keep = () => true) {
      requireRight(audience, READ[kind])
      const rest = stored(kind).filter((feature) => feature.id > after && keep(feature))
      const page = rest.toSorted((a, b) => a.id - b.id).slice(0, limit)
      return { features: page, next: rest.length > limit ? page.at(-1)!.id : null }
    },
    find(kind, id, audience) {
      requireRight(audience, READ[kind])
      return existing(kind, id)
    },
    async create(kind, draft, { audience, actor }) {
      allowWrite(kind, audience, demo)
      beforeWrite()
      return shown(await features.insert(kind, planarOf(kind, draft), actorReference(actor)))
    },
    async replace(kind, id, revision, draft, caller) {
      allowChange(kind, id, caller)
      beforeWrite()
      return shown(await features.update(kind, id, revision, planarOf(kind, draft)))
    },
    async remove(kind, id, revision, caller) {
      allowChange(kind, id, caller)
      beforeWrite()
      await features.remove(kind, id, revision)
      await showWrite(snapshots)
    },
  }
}

const NAMES: Readonly<Record<FeatureKind, string>> = {
  cameras: 'camera',
  'patrol-zones': 'patrol zone',
  'focus-areas': 'focus area',
  areas: 'area',
  proposals: 'proposal',
}

const READ: Readonly<Record<FeatureKind, Right>> = {
  cameras: 'layers.read',
  'patrol-zones': 'layers.read',
  'focus-areas': 'layers.read',
  areas: 'layers.read',
  proposals: 'proposals.read',
}

function allowWrite(kind: FeatureKind, audience: Audience, demo: boolean): void {
  requireRight(audience, kind === 'proposals' ? 'proposals.write' : 'layers.write')
  if (demo && kind === 'areas')
    throw new DomainError('demo-refused', 'The demo city takes no real areas: start with DEMO=off.')
}
