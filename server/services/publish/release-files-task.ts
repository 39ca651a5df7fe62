import type { ReleaseFile } from '../../domain/release/release.ts'
import { createProjection } from '../../snapshot/projection.ts'
import { releaseFiles, type ReleaseFilesInput } from './release-files.ts'

/** Makes the files of a release, on a worker: a city's tiles and their packed variants take seconds. */
export default function makeReleaseFiles(
  input: ReleaseFilesInput & { readonly srid: number },
): readonly ReleaseFile[] {
  return releaseFiles(input, createProjection(input.srid))
}
