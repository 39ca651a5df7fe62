import { orderByKey } from '../../server/engine/snapshot/radix-sort.ts'
import { joinLayers } from '../mvt/layer-frame.ts'
import { bufferedBox, type TileAddress } from '../tile-address.ts'
import { collectPoints, createFoundPoints, type PointSegment, type RowFilter } from './collect-points.ts'
import { createPointEncoder } from './point-encoder.ts'
import { scrambleId, thinningThreshold } from './thinning.ts'

/** Maximum of points in one tile. A tile with more is thinned by id and has `samplingFraction`. */
const MAX_POINTS = 20_000

export interface IncidentTiles {
  /** The tile's bytes, empty when no incident lies in it. */
  encode(address: TileAddress, segments: readonly PointSegment[], filter: RowFilter): Uint8Array
}

/**
 * Encodes incidents as points: find → thin → order by id → encode. Equal incidents give equal bytes, however they are
 * spread over segments and rows.
 *
 * @param maxPoints maximum of points in one tile
 */
export function createIncidentTiles(maxPoints = MAX_POINTS): IncidentTiles {
  const found = createFoundPoints()
  const encoder = createPointEncoder(maxPoints)
  return {
    encode(address, segments, filter) {
      collectPoints(segments, bufferedBox(address), filter, found)
      const total = found.count
      if (total === 0) return new Uint8Array(0)
      keepBelow(found, thinningThreshold(found.ids, total, maxPoints))
      const order = orderByKey(found.ids, found.count)
      const points = encoder.encode(
        address,
        segments.map((segment) => segment.columns),
        found,
        order,
        found.count / total,
      )
      return joinLayers([points])
    },
  }
}

/** Drops the points whose scrambled id reaches the threshold. */
function keepBelow(found: ReturnType<typeof createFoundPoints>, threshold: number): void {
  if (threshold >= 2 ** 32) return
  let kept = 0
  for (let position = 0; position < found.count; position++) {
    const id = found.ids[position]!
    if (scrambleId(id) >= threshold) continue
    found.ids[kept] = id
    found.rows[kept] = found.rows[position]!
    found.segments[kept] = found.segments[position]!
    kept++
  }
  found.count = kept
}
