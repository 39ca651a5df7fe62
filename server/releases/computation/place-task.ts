import { countPlaces, PLACE_ZONES, slotIndex, WEEK_PARTS } from '../../engine/disclosure/count-places.ts'
import { GROUPS } from '../../engine/disclosure/scan-rows.ts'
import { createShelter } from '../../engine/disclosure/sheltered.ts'
import { shownCount } from '../../engine/disclosure/shown-count.ts'
import { bufferRegion } from '../../engine/geometry/planar/buffer-region.ts'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../../engine/geometry/planar/zone-locator.ts'
import type { Area, ContextFeature } from '../../engine/snapshot/features.ts'
import type { PlaceContents, PlaceProfileFigure } from '../release.ts'
import { openHandle, type SnapshotHandle } from '../../platform/feed/handle.ts'
import { coverage } from './covering.ts'
import { REGISTERS, registersBySource } from '../../engine/disclosure/registers.ts'
import type { MinuteSpan } from './periods.ts'
import { isRecorded } from './recorded.ts'
import { outlineKey } from './release-areas.ts'
import type { Source } from '../../engine/snapshot/source.ts'

/** Width of the one ring round a place. */
export const PLACE_RING_METRES = 100

/** Input of the worker that computes place releases; structured-cloneable. */
export interface PlaceTask {
  readonly handle: SnapshotHandle
  readonly places: readonly Area[]
  /** First day of the four weeks. */
  readonly from: string
  readonly span: MinuteSpan
  /** The year that ends in the four weeks, and the places whose profile of it is released. */
  readonly year: {
    readonly name: `${number}`
    readonly span: MinuteSpan
    readonly placeIds: readonly number[]
  } | null
  readonly areas: readonly Area[]
  readonly context: readonly ContextFeature[]
  /** Sources open to partners that cover the four weeks. */
  readonly sources: readonly Source[]
}

const HOURS: readonly PlaceProfileFigure['hours'][] = ['06-14', '14-22', '22-06']

/** Computes unprotected place releases; null for a place that no source covers. */
export default function computePlaces(task: PlaceTask): readonly (PlaceContents | null)[] {
  const { segments, sourceIds } = openHandle(task.handle)
  const polygons = task.places.map(({ planar }) => planarPolygon(planar))
  const zones = polygons.flatMap((polygon) => [
    bufferRegion(polygon, 0),
    bufferRegion(polygon, PLACE_RING_METRES),
  ])
  const registerOfSource = registersBySource(sourceIds, task.sources)
  const covers = coverage(sourceIds, task.sources, zones, task.areas)
  const counts = countPlaces(segments, {
    span: task.span,
    year: task.year?.span ?? null,
    registerOfSource,
    covers,
    places: polygons.map((polygon) => createZoneLocator(polygon, [PLACE_RING_METRES])),
    isSheltered: createShelter(task.context),
  })
  const isCovered = (register: number, zone: number) =>
    registerOfSource.some((of, source) => of === register && covers[source * zones.length + zone] === 1)
  const pairs = REGISTERS.flatMap((register, r) =>
    GROUPS.map((group, g) => ({ register, r, group, g })),
  ).filter(({ r, g }) => isRecorded(counts.recorded[r * GROUPS.length + g]!))

  return task.places.map((place, at) => {
    const first = at * PLACE_ZONES.length
    if (!pairs.some(({ r }) => isCovered(r, first))) return null
    const profiled = task.year?.placeIds.includes(place.id) === true ? task.year.name : null
    return {
      kind: 'place',
      placeId: place.id,
      name: place.properties.name,
      planar: place.planar,
      ringMetres: PLACE_RING_METRES,
      series: outlineKey(place.planar),
      figures: PLACE_ZONES.flatMap((zone, z) =>
        pairs.map(({ register, r, group, g }) => {
          const count = shownCount(counts.zones[slotIndex(first + z, r, g)]!)
          return {
            zone,
            register,
            group,
            from: task.from,
            count: isCovered(r, first + z) ? count : 'not-covered',
          }
        }),
      ),
      profile:
        profiled === null
          ? []
          : pairs.filter(({ r }) => isCovered(r, first)).flatMap(profileOf(profiled, at)),
    }
  })

  function profileOf(year: `${number}`, at: number) {
    return ({ register, r, group, g }: (typeof pairs)[number]): PlaceProfileFigure[] =>
      Array.from({ length: WEEK_PARTS }, (_, part) => ({
        register,
        group,
        year,
        days: part < HOURS.length ? 'weekdays' : 'weekend',
        hours: HOURS[part % HOURS.length]!,
        count: shownCount(counts.profiles[slotIndex(at * WEEK_PARTS + part, r, g)]!),
      }))
  }
}
