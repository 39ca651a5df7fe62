import type { HotspotSurface } from '../engine/statistics/surface-types.ts'
import { type Presenting, presentSurface } from './present-task.ts'
import surfaceTask, { type SurfaceTask } from './surface-task.ts'
import unitSurfaceTask, { type UnitSurfaceTask } from './unit-surface-task.ts'

export interface EncodedSurfaceTask {
  readonly computation: SurfaceTask | UnitSurfaceTask
  readonly presenting: Presenting
}

export interface EncodedSurface {
  readonly surface: HotspotSurface
  readonly bytes: Uint8Array
}

/** Computes a surface and encodes it on the same worker. */
export default function encodedSurfaceTask({ computation, presenting }: EncodedSurfaceTask): EncodedSurface {
  const surface = 'cube' in computation ? unitSurfaceTask(computation) : surfaceTask(computation)
  return { surface, bytes: presentSurface(surface, presenting) }
}
