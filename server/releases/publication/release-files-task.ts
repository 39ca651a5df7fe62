import type { ReleaseFile } from '../release.ts'
import { createProjection } from '../../engine/projection/create-projection.ts'
import { releaseFiles, type ReleaseFilesInput } from './release-files.ts'

/** Makes the files of a release, on a worker: a city's tiles and their packed variants take seconds. */
export default function makeReleaseFiles(
  input: ReleaseFilesInput & { readonly srid: number },
): readonly ReleaseFile[] {
  return releaseFiles(input, createProjection(input.srid))
}
