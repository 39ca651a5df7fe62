import { createShelter } from '../engine/disclosure/sheltered.ts'
import {
  type FileableCounts,
  fileableCounts,
  type FileableQuery,
} from '../engine/disclosure/fileable-counts.ts'
import { localProfile, type WeekProfiles } from '../engine/statistics/city-profile.ts'
import type { PlaceRaster } from '../engine/lattice/place-raster.ts'
import { createZoneLocator } from '../engine/geometry/planar/zone-locator.ts'
import {
  type ReferencePlaces,
  type ReferenceQuery,
  referencePlaces,
} from '../engine/statistics/reference-places.ts'
import { type ZoneCountQuery, type ZoneCounts, zoneCounts } from '../engine/statistics/zone-counts.ts'
import type { EvidenceZone } from './evidence.ts'
import type { ContextFeature } from '../engine/snapshot/features.ts'
import type { Zone } from '../engine/time/zone.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'
import type { Footprint } from './footprint.ts'
import type { Ground } from '../engine/geometry/ground.ts'
import { evidenceZones } from './zones.ts'

/** What a worker needs to count for a check; all of it can be cloned. */
export interface CheckTask {
  readonly handle: SnapshotHandle
  readonly timezone: Zone
  readonly footprint: Footprint
  readonly ringMetres: readonly number[]
  /** Only the ground near the zones. */
  readonly ground: Ground
  readonly counts: ZoneCountQuery
  readonly fileable: Omit<FileableQuery, 'isSheltered'>
  /** Those near the zones. */
  readonly premises: readonly ContextFeature[]
  /** Null when the place is not to be compared with others. */
  readonly reference: (ReferenceQuery & { readonly raster: PlaceRaster }) | null
}

export interface CheckCounts {
  readonly zones: readonly EvidenceZone[]
  readonly counts: Omit<ZoneCounts, 'local'>
  readonly local: WeekProfiles
  readonly fileable: FileableCounts
  readonly reference: ReferencePlaces | null
}

/** Everything of a check that reads incidents or measures areas at length. */
export default function countForCheck(task: CheckTask): CheckCounts {
  const { segments } = openHandle(task.handle)
  const locator = createZoneLocator(task.footprint.polygon, task.ringMetres)
  const { local, ...counts } = zoneCounts(segments, locator, task.counts)
  return {
    zones: evidenceZones(task.footprint, task.ringMetres, task.ground),
    counts,
    local: localProfile(local, task.timezone),
    fileable: fileableCounts(segments, locator, {
      ...task.fileable,
      isSheltered: createShelter(task.premises),
    }),
    reference:
      task.reference === null
        ? null
        : referencePlaces(segments, task.footprint.polygon, task.reference.raster, task.reference),
  }
}
