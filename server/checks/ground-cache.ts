import type { PlaceRaster } from '../engine/lattice/place-raster.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { LayerSnapshot } from '../engine/snapshot/types.ts'
import { type Ground, groundOf } from '../engine/geometry/ground.ts'

/** The ground of a version of the layers, and the raster made of it once. */
export interface PreparedGround {
  readonly ground: Ground
  /** Null without a study area. */
  raster(): Promise<PlaceRaster | null>
}

const TASK = new URL('./ground-task.ts', import.meta.url)

/** Remembers the ground of the latest layers; equal digests share one. */
export function createGroundCache(pool: ComputePool): (layers: LayerSnapshot) => PreparedGround {
  let kept: { readonly digest: string; readonly prepared: PreparedGround } | null = null
  return (layers) => {
    if (kept?.digest !== layers.digest) kept = { digest: layers.digest, prepared: prepare(layers, pool) }
    return kept.prepared
  }
}

function prepare(layers: LayerSnapshot, pool: ComputePool): PreparedGround {
  const ground = groundOf(layers.features('areas'))
  let raster: Promise<PlaceRaster | null> | null = null
  return {
    ground,
    raster() {
      raster ??= pool.run<Ground, PlaceRaster | null>(TASK, ground).catch((error: unknown) => {
        raster = null
        throw error
      })
      return raster
    },
  }
}
