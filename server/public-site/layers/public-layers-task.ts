import { createProjection } from '../../engine/projection/create-projection.ts'
import { packedFiles } from '../../platform/http/packed-files.ts'
import { baseMapGeoJson, publicFeatures, type PublicLayerInput } from './public-features.ts'
import type { ReleaseFile } from '../../releases/index.ts'

/** Makes the files of the public layers, on a worker: zones of hundreds of cameras take a second. */
export default function makePublicLayers(
  input: PublicLayerInput & { readonly srid: number },
): readonly ReleaseFile[] {
  const projection = createProjection(input.srid)
  const layers = { ...publicFeatures(input, projection), context: baseMapGeoJson(input, projection) }
  return Object.entries(layers).flatMap(([id, collection]) =>
    packedFiles(`${id}.geojson`, JSON.stringify(collection)),
  )
}
