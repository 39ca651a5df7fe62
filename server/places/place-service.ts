import type { MultiPolygon, Polygon } from 'geojson'
import type { Audience } from '../platform/access/audience.ts'
import { notFound } from '../engine/errors.ts'
import type { Area } from '../engine/snapshot/features.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { PlaceContents, PlaceFigure, PlaceProfileFigure, ReleaseRepository } from '../releases/index.ts'
import { toGeographicGeometry } from '../layers/index.ts'

/** A place of collaboration, as its partners know it. */
export interface Place {
  readonly id: number
  readonly name: string
  /** WGS 84. */
  readonly geometry: Polygon | MultiPolygon
}

/** What was published of one outline of a place; figures of different outlines are never of the same time. */
export interface PlaceSeries {
  readonly series: string
  readonly name: string
  readonly geometry: Polygon | MultiPolygon
  readonly ringMetres: number
  /** Oldest four weeks first. */
  readonly figures: readonly PlaceFigure[]
  readonly profile: readonly PlaceProfileFigure[]
}

export interface PlaceRelease {
  readonly place: Place
  /** When the newest part of it was published; null while nothing is. */
  readonly publishedAt: string | null
  /** Oldest first. */
  readonly series: readonly PlaceSeries[]
}

export interface PlaceService {
  /** A partner's own places; every place for staff. */
  list(audience: Audience): readonly Place[]
  /** @throws DomainError `not-found`, in the same words for a place of others and for one that is not there */
  find(id: number, audience: Audience): Place
  /** Everything that is published of a place. @throws DomainError `not-found` as `find` */
  release(id: number, audience: Audience): Promise<PlaceRelease>
}

interface Deps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly releases: Pick<ReleaseRepository, 'publishedOfPlace'>
  readonly projection: Projection
}

/** Places and their releases. Incidents are out of reach here: what is read was published before. */
export function createPlaceService({ snapshots, releases, projection }: Deps): PlaceService {
  const list = (audience: Audience): readonly Place[] => {
    const lease = snapshots.acquire()
    const areas = lease.snapshot.layers.features('areas')
    lease.release()
    return areas
      .filter((area) => area.properties.kind === 'place' && isOpen(area, audience))
      .toSorted((a, b) => a.id - b.id)
      .map(({ id, geometry, properties }) => ({ id, name: properties.name, geometry }))
  }
  const find = (id: number, audience: Audience): Place => {
    const place = list(audience).find((candidate) => candidate.id === id)
    if (place === undefined) throw notFound('place', id)
    return place
  }
  return {
    list,
    find,
    async release(id, audience) {
      const place = find(id, audience)
      const published = await releases.publishedOfPlace(id)
      return {
        place,
        publishedAt: published
          .map(({ at }) => at)
          .reduce<string | null>((a, b) => (a !== null && a > b ? a : b), null),
        series: seriesOf(
          published.map(({ contents }) => contents),
          projection,
        ),
      }
    },
  }
}

function isOpen({ id }: Area, { role, placeIds }: Audience): boolean {
  return role !== 'partner' || placeIds.includes(id)
}

/** Releases of the same outline joined, the earliest outline first. */
function seriesOf(published: readonly PlaceContents[], projection: Projection): readonly PlaceSeries[] {
  const joined = [...bySeries(published).values()].map((parts): PlaceSeries => {
    const { series, name, planar, ringMetres } = parts.at(-1)!
    return {
      series,
      name,
      geometry: toGeographicGeometry(planar, projection),
      ringMetres,
      figures: parts.flatMap(({ figures }) => figures).toSorted((a, b) => a.from.localeCompare(b.from)),
      profile: parts.flatMap(({ profile }) => profile).toSorted((a, b) => a.year.localeCompare(b.year)),
    }
  })
  const beginning = ({ figures }: PlaceSeries) => figures[0]?.from ?? ''
  return joined.toSorted((a, b) => beginning(a).localeCompare(beginning(b)))
}

function bySeries(published: readonly PlaceContents[]): ReadonlyMap<string, readonly PlaceContents[]> {
  const series = new Map<string, PlaceContents[]>()
  for (const contents of published) {
    series.set(contents.series, [...(series.get(contents.series) ?? []), contents])
  }
  return series
}
