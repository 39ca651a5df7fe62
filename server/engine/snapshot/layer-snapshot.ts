import type { FeatureKind, FeatureKinds, LayerContents, PlanarFeature, StoredFeature } from './features.ts'
import type { Projection } from '../projection/projection.ts'
import { contextDigest, digestOfSet, featureDigest, sourcesDigest } from './layer-digests.ts'
import { toWgs84 } from '../projection/to-wgs84.ts'
import type { LayerSnapshot } from './types.ts'

/** A feature as it is served, with its digest. */
interface LoadedFeature {
  readonly feature: StoredFeature
  readonly digest: string
}

type FeaturesById = ReadonlyMap<number, LoadedFeature>

/** The small layers in memory, with what the snapshot version needs of them. */
export interface LoadedLayers {
  readonly snapshot: LayerSnapshot
  /** Digest of what is part of the snapshot version: everything but the context. */
  readonly contentDigest: string
  readonly contextDigest: string
  /** Source ids by ordinal; empty texts where no source has that ordinal. */
  readonly sourceIds: readonly string[]
  readonly features: ReadonlyMap<FeatureKind, FeaturesById>
}

const KINDS: readonly FeatureKind[] = ['cameras', 'patrol-zones', 'focus-areas', 'areas', 'proposals']

export const NO_LAYERS: LayerContents = {
  cameras: [],
  'patrol-zones': [],
  'focus-areas': [],
  areas: [],
  proposals: [],
  sources: [],
  cut: null,
  context: [],
}

/**
 * Projects every feature of the layers to WGS 84, once.
 *
 * @param before earlier state of the same database: features of the same id and revision are reused, and so is the
 * same array of context, so that saving a proposal does not project the whole context again
 */
export function loadLayers(
  contents: LayerContents,
  projection: Projection,
  before: LoadedLayers | null = null,
): LoadedLayers {
  const features = new Map(
    KINDS.map((kind) => [kind, loadKind(kind, contents[kind], projection, before?.features.get(kind))]),
  )
  const contentDigest = digestOfContent(features, contents.sources)
  const sameContext = before !== null && before.snapshot.context === contents.context
  const ofContext = sameContext ? before.contextDigest : contextDigest(contents.context)
  return {
    snapshot: {
      digest: digestOfSet([contentDigest, ofContext]),
      features: featuresOf(features),
      context: contents.context,
      sources: contents.sources,
      cut: contents.cut,
    },
    contentDigest,
    contextDigest: ofContext,
    sourceIds: sourceIdsOf(contents.sources),
    features,
  }
}

/**
 * Looks features up by kind. A separate function, because a closure beside `before` would keep every earlier state in
 * memory.
 */
function featuresOf(loaded: LoadedLayers['features']): LayerSnapshot['features'] {
  const byKind = new Map([...loaded].map(([kind, byId]) => [kind, [...byId.values()].map((f) => f.feature)]))
  return <K extends FeatureKind>(kind: K) => byKind.get(kind) as unknown as readonly FeatureKinds[K][]
}

function loadKind(
  kind: FeatureKind,
  stored: readonly PlanarFeature<FeatureKind>[],
  projection: Projection,
  before: FeaturesById | undefined,
): FeaturesById {
  return new Map(
    stored.map((planar) => {
      const known = before?.get(planar.id)
      const same = known !== undefined && known.feature.revision === planar.revision
      return [planar.id, same ? known : loadFeature(kind, planar, projection)]
    }),
  )
}

function loadFeature(
  kind: FeatureKind,
  planar: PlanarFeature<FeatureKind>,
  projection: Projection,
): LoadedFeature {
  const feature = { ...planar, geometry: toWgs84(planar.planar, projection) } as StoredFeature
  return { feature, digest: featureDigest(kind, planar) }
}

function digestOfContent(
  features: ReadonlyMap<FeatureKind, FeaturesById>,
  sources: LayerContents['sources'],
): string {
  const areas = [...(features.get('areas') ?? [])]
  const areaDigests = new Map(areas.map(([id, { digest }]) => [id, digest]))
  const digests = [...features.values()].flatMap((byId) => [...byId.values()].map(({ digest }) => digest))
  return digestOfSet([...digests, sourcesDigest(sources, areaDigests)])
}

function sourceIdsOf(sources: LayerContents['sources']): readonly string[] {
  const ids: string[] = []
  for (const { ordinal, id } of sources) ids[ordinal] = id
  return Array.from(ids, (id) => id ?? '')
}
