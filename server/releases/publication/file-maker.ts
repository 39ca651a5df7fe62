import type { ReleaseFile } from '../release.ts'
import type { ComputePool } from '../../platform/workers/compute-pool.ts'
import type { ReleaseFilesInput } from './release-files.ts'

/** Makes the files of a public release. */
export type FileMaker = (release: Omit<ReleaseFilesInput, 'demo'>) => Promise<readonly ReleaseFile[]>

const TASK = new URL('./release-files-task.ts', import.meta.url)

/** A file maker that works on a worker thread. */
export function createFileMaker(deps: {
  readonly pool: ComputePool
  /** EPSG code of the city's CRS. */
  readonly srid: number
  readonly demo: boolean
}): FileMaker {
  const { pool, srid, demo } = deps
  return (release) => pool.run(TASK, { ...release, srid, demo }, { always: true })
}
