import { innerPoint } from '../../engine/geometry/planar/inner-point.ts'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { AREA_KINDS, type PlanarFeature } from '../../engine/snapshot/features.ts'
import { type Precision, PRECISIONS } from '../../engine/snapshot/incident.ts'
import { unitPosition } from '../../engine/units/unit-position.ts'
import type { RejectReason } from '../../formats/source-row.ts'
import type { Locator, Place } from '../../formats/positions/locate.ts'
import type { UnitColumn } from './unit-table.ts'

const WHOLE = /^-?\d{1,6}$/

/** Where the incidents of a sum are put, and what the place is called in their identity. */
export interface UnitPlace extends Place {
  readonly key: string
  readonly precisionCode: number
}

export interface UnitProblem {
  readonly reason: RejectReason
  readonly detail: string
  readonly column: UnitColumn
}

/** The place of a sum by its cell. @param locate in the city's CRS, metres */
export function locateCell(i: string, j: string, locate: Locator): UnitPlace | UnitProblem {
  const bad = (
    [
      ['i', i],
      ['j', j],
    ] as const
  ).find(([, text]) => !WHOLE.test(text))
  if (bad !== undefined)
    return { reason: 'bad-position', detail: 'is no whole number: the cell of 50 m', column: bad[0] }
  const cell = { i: Number(i), j: Number(j) }
  const { xCm, yCm } = unitPosition(cell)
  const place = locate(String(xCm / 100), String(yCm / 100))
  if ('reason' in place)
    return { reason: 'far-away', detail: 'the cell lies outside the city’s surroundings', column: 'i' }
  return { ...place, key: `${cell.i}|${cell.j}`, precisionCode: PRECISIONS.indexOf('street') }
}

/** Finds the area that a text means in a month, `2024-03`. */
export type LocateArea = (text: string, kind: string, month: string) => UnitPlace | UnitProblem

type Area = PlanarFeature<'areas'>

/**
 * Finds areas by name, or by id where none is called so, among those that are valid in the month. Their sums stand at a
 * point inside, no finer than a district, so that they are in no cell.
 */
export function createAreaLocator(areas: readonly Area[]): LocateArea {
  const byName = new Map<string, Area[]>()
  for (const area of areas) {
    const name = folded(area.properties.name)
    byName.set(name, [...(byName.get(name) ?? []), area])
  }
  const byId = new Map(areas.map((area) => [String(area.id), [area]]))
  const placeOf = rememberPlaces()
  return (text, kind, month) => {
    if (kind !== '' && !(AREA_KINDS as readonly string[]).includes(kind))
      return { reason: 'unknown-area', detail: `is none of ${AREA_KINDS.join(', ')}`, column: 'kind' }
    const called = byName.get(folded(text)) ?? byId.get(text) ?? []
    const found = called.filter(
      ({ properties }) => (kind === '' || properties.kind === kind) && isValidIn(properties, month),
    )
    if (found.length === 1) return placeOf(found[0]!)
    const detail =
      found.length === 0
        ? 'no area is called so in that month'
        : `is the name of ${found.length} areas: give their kind, or the id`
    return { reason: 'unknown-area', detail, column: 'area' }
  }
}

function rememberPlaces(): (area: Area) => UnitPlace {
  const places = new Map<number, UnitPlace>()
  return (area) => {
    const known = places.get(area.id) ?? placeIn(area)
    places.set(area.id, known)
    return known
  }
}

function placeIn({ id, planar, properties }: Area): UnitPlace {
  const [x, y] = innerPoint(planarPolygon(planar))
  const precision: Precision = properties.kind === 'study' ? 'municipality' : 'district'
  return {
    xCm: Math.round(x),
    yCm: Math.round(y),
    key: `area ${id}`,
    precisionCode: PRECISIONS.indexOf(precision),
  }
}

/** Whether an area is valid on any day of a month. */
function isValidIn({ validFrom, validTo }: Area['properties'], month: string): boolean {
  return (
    (validFrom === null || validFrom.slice(0, 7) <= month) && (validTo === null || validTo >= `${month}-01`)
  )
}

function folded(name: string): string {
  return name.trim().toLowerCase()
}
