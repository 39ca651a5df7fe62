import { sha256Hex } from '../engine/hashes/canonical-json.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { COUNTED_KINDS } from './enumerations.ts'

export interface Outline {
  readonly name: string
  /** Polygon or MultiPolygon as JSON, metres in the city's CRS. */
  readonly planar: string
}

/** The present outline of a place, district or statistical area; null for other ids. */
export type OutlineOf = (areaId: number) => Outline | null

type Snapshots = Pick<SnapshotStore, 'acquire'>

type CountedKind = (typeof COUNTED_KINDS)[number]

/** The areas that a figure may count, by kind and name. */
export function countedAreas(snapshots: Snapshots) {
  const { snapshot, release } = snapshots.acquire()
  try {
    return snapshot.layers
      .features('areas')
      .flatMap(({ id, properties: { kind, name } }) =>
        isCounted(kind) ? [{ id, kind: kind as CountedKind, name }] : [],
      )
      .toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.name.localeCompare(b.name, 'sv'))
  } finally {
    release()
  }
}

const rankOf = (kind: CountedKind) => COUNTED_KINDS.indexOf(kind)
const isCounted = (kind: string) => (COUNTED_KINDS as readonly string[]).includes(kind)

/** @param snapshots from which outlines are taken */
export function createOutlineOf(snapshots: Snapshots): OutlineOf {
  return (areaId) => {
    const { snapshot, release } = snapshots.acquire()
    try {
      const area = snapshot.layers
        .features('areas')
        .find((one) => one.id === areaId && isCounted(one.properties.kind))
      return area === undefined ? null : { name: area.properties.name, planar: JSON.stringify(area.planar) }
    } finally {
      release()
    }
  }
}

/** SHA-256 of the present outlines of some areas, by which a border that moved is noticed. */
export function outlinesHash(areaIds: readonly number[], outlineOf: OutlineOf): string {
  const distinct = [...new Set(areaIds)].toSorted((a, b) => a - b)
  return sha256Hex(JSON.stringify(distinct.map((id) => [id, outlineOf(id)?.planar ?? null])))
}
