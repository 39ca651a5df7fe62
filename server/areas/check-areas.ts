import { createProjection } from '../engine/projection/create-projection.ts'
import { cityBounds } from '../engine/snapshot/study-envelope.ts'
import type { MultiPolygon, Polygon } from 'geojson'
import { geoJsonBytes } from '../formats/geo-json-bytes.ts'
import { readAreasFile, type ReadAreas } from './areas-import-file.ts'
import type { AreasImportOptions } from './areas-import-records.ts'

/**
 * Reads a file of areas as an import would, and stores nothing: so that a city is begun with files that can be used, or not at all.
 *
 * @param srid EPSG code of the city’s CRS
 * @param study what was read of the file of the study area; null where this is it
 * @throws DomainError as `importAreas` does
 */
export async function checkAreas(
  bytes: Uint8Array<ArrayBuffer>,
  options: AreasImportOptions,
  srid: number,
  study: ReadAreas | null,
): Promise<ReadAreas> {
  const known = study === null || 'context' in study ? [] : study.areas
  const areas = known.map(({ planar, properties }) => ({
    planar: JSON.parse(planar) as Polygon | MultiPolygon,
    properties,
  }))
  const city = cityBounds(areas, createProjection(srid))
  const { bytes: geoJson } = await geoJsonBytes(bytes, options.layer ?? null)
  return readAreasFile({ bytes: geoJson, options, city })
}
