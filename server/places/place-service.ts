import type { MultiPolygon, Polygon } from 'geojson'
import type { Audience } from '../platform/access/audience.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { BoardDecision } from '../platform/http/fields/board-decision.ts'
import { notFound } from '../engine/errors.ts'
import type { Area } from '../engine/snapshot/features.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { type PlacePublishingDeps, publishPlace, withdrawPlace } from './publish-place.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { PlaceContents, PlaceFigure, PlaceProfileFigure, ReleaseRepository } from '../releases/index.ts'
import { toGeographicGeometry } from '../layers/index.ts'

/** A place of collaboration, as its partners see it. */
export interface Place {
  readonly id: number
  readonly name: string
  /** WGS 84. */
  readonly geometry: Polygon | MultiPolygon
  /** Set while its figures may appear in public documents. */
  readonly publication: { readonly board: BoardDecision; readonly at: string } | null
}

/** The published figures of one outline of a place; figures of different outlines never overlap in time. */
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
  list(audience: Audience): Promise<readonly Place[]>
  /** @throws DomainError `not-found`, worded alike for a closed and a missing place */
  find(id: number, audience: Audience): Promise<Place>
  /** All published figures of a place. @throws DomainError `not-found` as `find` */
  release(id: number, audience: Audience): Promise<PlaceRelease>
  /** See `publishPlace`. @throws DomainError `forbidden`, `not-found`, `conflict` */
  publish(id: number, board: BoardDecision, principal: Principal): Promise<Place>
  /** See `withdrawPlace`. @throws DomainError `forbidden`, `not-found`, `conflict` */
  withdraw(id: number, reason: string, principal: Principal): Promise<Place>
}

interface Deps extends PlacePublishingDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly releases: PlacePublishingDeps['releases'] &
    Pick<ReleaseRepository, 'publishedOfPlace' | 'publicPlaces'>
  readonly projection: Projection
}

/** The service of places. It has no access to incidents, only to published releases. */
export function createPlaceService(deps: Deps): PlaceService {
  const { snapshots, releases, projection } = deps
  const list = async (audience: Audience): Promise<readonly Place[]> => {
    const published = new Map(
      (await releases.publicPlaces()).map((place) => [
        place.placeId,
        { board: place.board, at: place.published.at },
      ]),
    )
    const lease = snapshots.acquire()
    const areas = lease.snapshot.layers.features('areas')
    lease.release()
    return areas
      .filter((area) => area.properties.kind === 'place' && isOpen(area, audience))
      .toSorted((a, b) => a.id - b.id)
      .map(({ id, geometry, properties }) => {
        return { id, name: properties.name, geometry, publication: published.get(id) ?? null }
      })
  }
  const find = async (id: number, audience: Audience): Promise<Place> => {
    const place = (await list(audience)).find((candidate) => candidate.id === id)
    if (place === undefined) throw notFound('place', id)
    return place
  }
  const changed = async (id: number, { audience }: Principal, change: (place: Place) => Promise<void>) => {
    const place = await find(id, audience)
    await change(place)
    return find(id, audience)
  }
  return {
    list,
    find,
    async release(id, audience) {
      const place = await find(id, audience)
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
    publish: (id, board, principal) =>
      changed(id, principal, (place) => publishPlace(deps, place, board, principal)),
    withdraw: (id, reason, principal) =>
      changed(id, principal, (place) => withdrawPlace(deps, place, reason, principal)),
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
