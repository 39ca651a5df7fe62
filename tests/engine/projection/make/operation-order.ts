import type { Bounds, Definitions } from '../../../../server/engine/projection/coordinate-systems.ts'

/** An operation as PROJ lists it. */
export interface ListedOperation {
  /** Seven parameters; null for what is none. */
  readonly shift: readonly number[] | null
  readonly ballpark: boolean
  /** Metres; negative when the register does not say. */
  readonly accuracy: number
  readonly bounds: Bounds
  readonly offshore: boolean
}

const WORLD: Bounds = [-180, -90, 180, 90]

type Row = Definitions['datums'][string][number]

/**
 * Operations in the order in which the first that holds a position is the one that PROJ takes there (`pj_get_suggested_operation`:
 * the most accurate, then that of the smallest area, what is meant for the sea last). Behind them, for the whole world, the one
 * that it takes elsewhere, its first; none where it would leave the datum as it is. Empty when nothing can be expressed.
 */
export function inOrder(listed: readonly ListedOperation[]): readonly Row[] {
  const published = listed.filter(({ ballpark }) => !ballpark)
  if (published.length === 0 || published.some(({ shift }) => shift === null)) return []
  const ordered = [...published].sort(
    (a, b) =>
      Number(a.offshore) - Number(b.offshore) ||
      Number(a.accuracy < 0) - Number(b.accuracy < 0) ||
      a.accuracy - b.accuracy ||
      areaOf(a.bounds) - areaOf(b.bounds),
  )
  const isBounded = listed.some(({ ballpark }) => ballpark)
  const all = isBounded ? ordered : [...ordered, { ...listed[0]!, bounds: WORLD }]
  const rows = all
    .filter(({ bounds }, at) => !all.slice(0, at).some((earlier) => covers(earlier.bounds, bounds)))
    .map(rowOf)
  const isOne = !isBounded && rows.every((row) => row.at(-1) === rows[0]!.at(-1))
  return isOne ? [[rows[0]![0], ...WORLD, rows[0]!.at(-1) as string]] : rows
}

function rowOf({ shift, accuracy, bounds }: ListedOperation): Row {
  const [dx, dy, dz, ...rest] = shift!
  const isTranslation = rest.every((value) => value === 0)
  const parameters = isTranslation ? [dx, dy, dz] : shift!
  return [accuracy < 0 ? null : accuracy, ...bounds, parameters.join()]
}

function areaOf([west, south, east, north]: Bounds): number {
  const width = east >= west ? east - west : east + 360 - west
  return width * (Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180))
}

function covers(outer: Bounds, inner: Bounds): boolean {
  const plain = outer[0] <= outer[2] && inner[0] <= inner[2]
  if (!plain) return false
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
}
