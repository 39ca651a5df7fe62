import { notFound } from '../engine/errors.ts'
import type { Area } from '../engine/snapshot/features.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'

/** The area of a snapshot by its id. @throws DomainError `not-found` */
export function areaOf({ layers }: Snapshot, id: number | null): Area | null {
  if (id === null) return null
  const area = layers.features('areas').find((candidate) => candidate.id === id)
  if (area === undefined) throw notFound('area', id)
  return area
}
