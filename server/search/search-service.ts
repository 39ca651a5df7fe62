import { createConverter } from '../engine/projection/converter.ts'
import { coordinateSystem } from '../engine/projection/coordinate-systems.ts'
import { likelySystems } from '../engine/projection/likely-systems.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { cityBounds } from '../engine/snapshot/study-envelope.ts'
import type { LayerSnapshot, Snapshot } from '../engine/snapshot/types.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { SearchHit, SearchResult } from './contract.ts'
import { HIT_NAMES, readAs, SEARCH_NOTICES } from './messages.ts'
import { fold, gap, indexNames, type NamedFeature, type PlaneBox } from './name-index.ts'
import { type CoordinatePair, readCoordinates } from './read-coordinates.ts'

export interface SearchService {
  /** What an audience may find by a text, best first; without text the proposals last recorded. */
  search(text: string, audience: Audience): SearchResult
}

const MAX_HITS = 12
const MAX_RECENT = 5
const MAX_READINGS = 3
const SAME_PLACE_METRES = 100
/** Half the side of the view round a position, metres. */
const AROUND_METRES = 150

/** Searches names and coordinates in the current snapshot. Names are folded once for each state of the layers. */
export function createSearchService({
  snapshots,
}: {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
}): SearchService {
  const indexes = new WeakMap<LayerSnapshot, readonly NamedFeature[]>()
  const namesOf = (layers: LayerSnapshot) => {
    const known = indexes.get(layers) ?? indexNames(layers)
    indexes.set(layers, known)
    return known
  }
  return {
    search(text, audience) {
      const { snapshot, release } = snapshots.acquire()
      try {
        const pair = readCoordinates(text)
        if (pair !== null) return atCoordinates(pair, snapshot)
        const open = namesOf(snapshot.layers).filter(({ isOpenTo }) => isOpenTo(audience))
        const wanted = fold(text)
        const found = wanted === '' ? lastProposals(open) : byName(open, wanted)
        return { items: found.map((feature) => toHit(feature, snapshot.projection)), notice: null }
      } finally {
        release()
      }
    },
  }
}

function lastProposals(features: readonly NamedFeature[]): readonly NamedFeature[] {
  return features
    .filter(({ kind }) => kind === 'proposal')
    .slice(-MAX_RECENT)
    .reverse()
}

const KIND_ORDER = Object.keys(HIT_NAMES)

/** Names that begin with a text, then those with a word that does, then those that hold it; by kind, then by name. */
function byName(features: readonly NamedFeature[], wanted: string): readonly NamedFeature[] {
  const rankOf = ({ folded }: NamedFeature) => {
    if (folded === wanted) return 0
    if (folded.startsWith(wanted)) return 1
    if (folded.includes(` ${wanted}`)) return 2
    return folded.includes(wanted) ? 3 : null
  }
  return features
    .flatMap((feature) => {
      const rank = rankOf(feature)
      return rank === null ? [] : [{ feature, rank }]
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        KIND_ORDER.indexOf(a.feature.kind) - KIND_ORDER.indexOf(b.feature.kind) ||
        a.feature.name.localeCompare(b.feature.name, 'sv'),
    )
    .map(({ feature }) => feature)
    .filter(isFirstOfName)
    .slice(0, MAX_HITS)
}

/** Whether no better hit has the same name at the same place: a square is often a place and a name on the map too. */
function isFirstOfName(feature: NamedFeature, index: number, found: readonly NamedFeature[]): boolean {
  return found
    .slice(0, index)
    .every(({ folded, box }) => folded !== feature.folded || gap(box, feature.box) > SAME_PLACE_METRES)
}

/** Where two coordinates lie, in every system that puts them in the city equally well. */
function atCoordinates(pair: CoordinatePair, { layers, projection }: Snapshot): SearchResult {
  const city = cityBounds(layers.features('areas'), projection)
  const likely = likelySystems([pair], city).filter(({ inside }) => inside === 1)
  const items = likely.slice(0, MAX_READINGS).flatMap(({ srid, name, swapped }): SearchHit[] => {
    const [x, y] = swapped ? [pair[1], pair[0]] : pair
    const [lon, lat] = createConverter(coordinateSystem(srid)).inverse(x, y)
    const planar = projection.toPlanar(lon, lat)
    if (planar === null) return []
    return [
      {
        kind: 'coordinates',
        name: pair.join(' '),
        detail: readAs(name, swapped),
        bounds: degreesOf(around(planar), projection),
      },
    ]
  })
  return { items, notice: items.length === 0 ? SEARCH_NOTICES.outside : null }
}

function toHit({ kind, name, box }: NamedFeature, projection: Projection): SearchHit {
  return { kind, name, detail: null, bounds: degreesOf(box, projection) }
}

function around([x, y]: readonly [number, number]): PlaneBox {
  return {
    minX: x - AROUND_METRES,
    minY: y - AROUND_METRES,
    maxX: x + AROUND_METRES,
    maxY: y + AROUND_METRES,
  }
}

function degreesOf({ minX, minY, maxX, maxY }: PlaneBox, { toWgs84 }: Projection): SearchHit['bounds'] {
  const corners = [toWgs84(minX, minY), toWgs84(minX, maxY), toWgs84(maxX, minY), toWgs84(maxX, maxY)]
  const lons = corners.map(([lon]) => lon)
  const lats = corners.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}
