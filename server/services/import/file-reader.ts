import type { ImportMapping } from '../../contract/import-mapping.ts'
import { DomainError } from '../../domain/errors.ts'
import type { FeatureRepository } from '../../domain/ports.ts'
import type { Projection } from '../../domain/projection.ts'
import { createZone, type Zone } from '../../domain/zone.ts'
import { coordinateSystem } from '../../snapshot/coordinate-systems.ts'
import { createTransform, type Transform } from '../../snapshot/transform.ts'
import { createLocator, type Envelope } from './locate.ts'
import { createRowReader, type ReadRow } from './read-row.ts'
import { createTimeReader } from './time-format.ts'

/** What reading a file needs of the city it is read for. */
export interface City {
  readonly projection: Pick<Projection, 'srid' | 'toWgs84'>
  readonly zone: Zone
  readonly features: Pick<FeatureRepository, 'readAll'>
}

/**
 * The reader of the rows of one file, bound to the city: its CRS, its zone unless the mapping names another, and the
 * surroundings of its study area.
 *
 * @throws DomainError `invalid-mapping` when the mapping does not fit the file or names an unusable CRS
 */
export function createFileReader(
  { mapping, sourceId, columns }: { mapping: ImportMapping; sourceId: string; columns: readonly string[] },
  { projection, zone, envelope }: Pick<City, 'projection' | 'zone'> & { envelope: Envelope | null },
): ReadRow {
  const transform = transformFor(mapping.crs, projection.srid)
  const inDegrees = /\+proj=longlat\b/.test(coordinateSystem(mapping.crs).proj4)
  const local = mapping.timezone === undefined ? zone : createZone(mapping.timezone)
  return createRowReader({
    sourceId,
    mapping,
    columns,
    locate: createLocator({ transform, envelope, inDegrees, decimal: mapping.csv.decimal }),
    readTime: createTimeReader(mapping.timeFormat, local),
  })
}

/** Checks all of a mapping that can be checked without the file. @throws DomainError `invalid-mapping` */
export function checkMapping(
  mapping: ImportMapping,
  { projection, zone }: Pick<City, 'projection' | 'zone'>,
): void {
  transformFor(mapping.crs, projection.srid)
  createTimeReader(mapping.timeFormat, zone)
}

function transformFor(crs: number, srid: number): Transform {
  try {
    return createTransform(crs, srid)
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause
    const problems = [{ field: 'crs', value: `EPSG:${crs}`, rule: cause.message }]
    throw new DomainError('invalid-mapping', `crs: ${cause.message}`, { problems, cause })
  }
}
