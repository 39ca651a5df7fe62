import { actorReference, type Principal } from '../platform/access/principal.ts'
import { notFound } from '../engine/errors.ts'
import type { FeatureKind, FeatureKinds, PlanarFeature } from '../engine/snapshot/features.ts'
import type { FeatureRules, RulesByKind } from './feature-rules.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { showWrite } from '../platform/feed/after-write.ts'
import { toGeographicGeometry, toPlanarGeometry } from './feature-geometry.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { FeatureRepository, FeatureState } from './repository.ts'

/** A feature as it is sent: WGS 84, its form checked. */
export type FeatureDraft<K extends FeatureKind> = Pick<FeatureKinds[K], 'geometry' | 'properties'>

export interface FeaturePage<K extends FeatureKind> {
  readonly features: readonly FeatureKinds[K][]
  /** Id after which the next page goes on; null at the end. */
  readonly next: number | null
}

/** A state of a feature, in WGS 84. */
export interface ShownState<K extends FeatureKind> extends Omit<FeatureState<K>, 'feature'> {
  readonly feature: FeatureKinds[K]
}

/** The small layers, one feature at a time. Reads come from memory, writes go to the database and then show. */
export interface FeatureService {
  list<K extends FeatureKind>(
    kind: K,
    page: { readonly after: number; readonly limit: number },
    keep?: (feature: FeatureKinds[K]) => boolean,
  ): FeaturePage<K>
  find<K extends FeatureKind>(kind: K, id: number): FeatureKinds[K]
  /** Every state of a feature, the newest first. @param subject what the audit log calls it */
  history<K extends FeatureKind>(kind: K, id: number, subject: string): Promise<readonly ShownState<K>[]>
  create<K extends FeatureKind>(
    kind: K,
    draft: FeatureDraft<K>,
    principal: Principal,
  ): Promise<FeatureKinds[K]>
  replace<K extends FeatureKind>(
    kind: K,
    id: number,
    revision: number,
    draft: FeatureDraft<K>,
    principal: Principal,
  ): Promise<FeatureKinds[K]>
  remove(kind: FeatureKind, id: number, revision: number | null, principal: Principal): Promise<void>
}

interface Deps {
  readonly features: FeatureRepository
  readonly snapshots: SnapshotStore
  readonly projection: Projection
  readonly rules: RulesByKind
}

/** Older states of a feature are not listed. */
const MAX_STATES = 200

/** The service of the small layers. */
export function createFeatureService({ features, snapshots, projection, rules }: Deps): FeatureService {
  const stored = <K extends FeatureKind>(kind: K): readonly FeatureKinds[K][] => {
    const lease = snapshots.acquire()
    const all = lease.snapshot.layers.features(kind)
    lease.release()
    return all
  }
  const existing = <K extends FeatureKind>(kind: K, id: number): FeatureKinds[K] => {
    const feature = stored(kind).find((candidate) => candidate.id === id)
    if (feature === undefined) throw notFound(rules[kind].name, id)
    return feature
  }
  const permitChange = <K extends FeatureKind>(kind: K, id: number, principal: Principal) => {
    const { permitChange: permit }: FeatureRules<K> = rules[kind]
    permit?.(principal, existing(kind, id))
  }
  const planarOf = <K extends FeatureKind>(kind: K, { geometry, properties }: FeatureDraft<K>) => {
    const { planarOf: asKept }: FeatureRules<K> = rules[kind]
    return { planar: asKept?.(geometry) ?? toPlanarGeometry(geometry, projection), properties }
  }
  const geographic = <K extends FeatureKind>(feature: PlanarFeature<K>): FeatureKinds[K] => {
    const { planar } = feature
    return { ...feature, geometry: toGeographicGeometry(planar, projection) } as unknown as FeatureKinds[K]
  }
  const shown = async <K extends FeatureKind>(feature: PlanarFeature<K>): Promise<FeatureKinds[K]> => {
    await showWrite(snapshots)
    return geographic(feature)
  }
  return {
    list(kind, { after, limit }, keep = () => true) {
      const rest = stored(kind).filter((feature) => feature.id > after && keep(feature))
      const page = rest.toSorted((a, b) => a.id - b.id).slice(0, limit)
      return { features: page, next: rest.length > limit ? page.at(-1)!.id : null }
    },
    find: existing,
    async history(kind, id, subject) {
      existing(kind, id)
      const states = await features.states(kind, id, subject, MAX_STATES)
      return states.map((state) => ({ ...state, feature: geographic(state.feature) }))
    },
    async create(kind, draft, { actor }) {
      return shown(await features.insert(kind, planarOf(kind, draft), actorReference(actor)))
    },
    async replace(kind, id, revision, draft, principal) {
      permitChange(kind, id, principal)
      return shown(await features.update(kind, id, revision, planarOf(kind, draft)))
    },
    async remove(kind, id, revision, principal) {
      permitChange(kind, id, principal)
      await features.remove(kind, id, revision)
      await showWrite(snapshots)
    },
  }
}
