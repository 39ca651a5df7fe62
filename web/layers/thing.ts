import type { CellKey } from '../hotspots/cell.ts'
import type { ToggledLayer } from './layer-choice.ts'

/** A thing of a switched layer: a camera, a zone, an area, a proposal. */
export interface Thing {
  readonly layer: ToggledLayer
  readonly properties: Readonly<Record<string, unknown>>
}

/** The things at the place that was clicked last, and the cell there. */
export interface PointedAt {
  readonly cell: CellKey | null
  readonly things: readonly Thing[]
}

/** The things that belong with the cell that is selected now: none when it was selected in another way. */
export function thingsWith(pointedAt: PointedAt | null, selected: CellKey | null): readonly Thing[] {
  if (pointedAt === null) return []
  const { cell, things } = pointedAt
  return cell?.i === selected?.i && cell?.j === selected?.j ? things : []
}
