import { CHANGE_CLASSES, compareSurfaces } from '../../engine/statistics/difference-surface.ts'
import { compareTwoPeriods, type TwoPeriods } from '../../engine/statistics/two-periods.ts'
import { createProjection } from '../../engine/projection/create-projection.ts'
import type { Bbox } from '../../platform/http/fields/bbox.ts'
import { cellsInBbox } from '../cells-in-bbox.ts'
import type { ChangedCell, ChangeCounts } from './contract.ts'
import { createCornerProjector, ringOf } from '../encode-geojson.ts'

export interface ChangeTask {
  readonly i: Int32Array
  readonly j: Int32Array
  /** Sums of the cells and their neighbours. */
  readonly now: Float64Array
  readonly before: Float64Array
  readonly incidents: readonly [now: number, before: number]
  /** Length of the period now by that before. */
  readonly exposureRatio: number
  readonly edgeMetres: number
  readonly srid: number
  /** Cells that meet it; null = all. */
  readonly bbox: Bbox | null
}

/** The cells that can be told apart, and the number of the others. */
export interface ChangeResult {
  readonly cells: readonly ChangedCell[]
  readonly classes: ChangeCounts
  readonly city: TwoPeriods
}

const DIGITS = 6
const FEW = CHANGE_CLASSES.indexOf('few')
const SAME = CHANGE_CLASSES.indexOf('same')

/** Compares two surfaces of the same cells, on one worker. */
export default function changeTask(task: ChangeTask): ChangeResult {
  const { i, j, edgeMetres, bbox, exposureRatio, incidents } = task
  const changes = compareSurfaces(task.now, task.before, exposureRatio)
  const projection = createProjection(task.srid)
  const corners = createCornerProjector(projection, edgeMetres)
  const isSeen = bbox === null ? () => true : cellsInBbox(bbox, edgeMetres, projection, corners)
  const classes = Object.fromEntries(CHANGE_CLASSES.map((name) => [name, 0])) as Record<string, number>
  const cells: ChangedCell[] = []
  for (let k = 0; k < i.length; k++) {
    if (!isSeen(i[k]!, j[k]!)) continue
    const code = changes.classCode[k]!
    classes[CHANGE_CLASSES[code]!]! += 1
    if (code === FEW || code === SAME) continue
    cells.push({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [ringOf(i[k]!, j[k]!, corners)] },
      properties: {
        i: i[k]!,
        j: j[k]!,
        now: rounded(changes.now[k]!)!,
        before: rounded(changes.before[k]!)!,
        ratio: rounded(changes.ratio[k]!),
        low: rounded(changes.low[k]!)!,
        high: rounded(changes.high[k]!),
        p: rounded(changes.p[k]!)!,
        q: rounded(changes.q[k]!)!,
        class: CHANGE_CLASSES[code]!,
      },
    })
  }
  return {
    cells,
    classes: classes as ChangeCounts,
    city: compareTwoPeriods(incidents[0], incidents[1], { exposureRatio }),
  }
}

/** 6 significant digits; null where there is no figure, or none is large enough. */
function rounded(value: number): number | null {
  if (!Number.isFinite(value)) return null
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))
}
