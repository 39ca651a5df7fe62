import { type FileMapping, isUnitTable } from './file-mapping.ts'
import type { UnitTable } from './units/unit-table.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { LocatedMapping } from './detect-crs.ts'
import type { Clock } from '../platform/clock.ts'
import { DomainError, invalidField } from '../engine/errors.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { createZone, type Zone } from '../engine/time/zone.ts'
import { coordinateSystem } from '../engine/projection/coordinate-systems.ts'
import { createTransform, type Transform } from '../engine/projection/transform.ts'
import type { DateColumnTally } from './date-columns.ts'
import { createLocator } from '../formats/positions/locate.ts'
import { createTextLocator } from '../formats/positions/locate-text.ts'
import { createRowReader, type ReadRow } from './read-row.ts'
import { studyEnvelope } from '../engine/snapshot/study-envelope.ts'
import { createTimeReader } from '../formats/times/time-format.ts'
import { createAreaLocator } from './units/locate-unit.ts'
import { createUnitReader } from './units/read-unit-row.ts'
import type { LayerContents } from '../engine/snapshot/features.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { keptFromMinute } from '../sources/index.ts'
import type { FeatureRepository } from '../layers/index.ts'

/** What reading a file needs of the city it is read for. */
export interface City {
  readonly clock: Clock
  readonly projection: Pick<Projection, 'srid' | 'toWgs84'>
  readonly zone: Zone
  readonly features: Pick<FeatureRepository, 'readAreas'>
}

interface OpenedFile<M> {
  readonly mapping: M
  readonly source: Pick<Source, 'id' | 'retentionDays'>
  readonly columns: readonly string[]
  /** Told of the times, to find the columns that are dates. */
  readonly dates?: DateColumnTally
}

type Surroundings = Pick<City, 'projection' | 'zone' | 'clock'> & {
  readonly areas: LayerContents['areas']
}

/**
 * The reader of the rows of one file, bound to the city: its CRS, its zone unless the mapping names another, and the
 * surroundings of its study area; what is past the retention of its source by now is not taken.
 *
 * @throws DomainError `invalid-mapping` when the mapping does not fit the file or names an unusable CRS, `invalid-file` when
 *   a table of sums lacks columns
 */
export function createFileReader(
  { mapping, source, columns, dates }: OpenedFile<LocatedMapping | UnitTable>,
  { projection, zone, clock, areas }: Surroundings,
): ReadRow {
  const envelope = studyEnvelope(areas)
  const common = {
    sourceId: source.id,
    columns,
    keptFromMinute: keptFromMinute(source.retentionDays, clock.nowMs()),
  }
  if (isUnitTable(mapping)) {
    const transform = transformFor(projection.srid, projection.srid)
    const locate = createLocator({ transform, envelope, inDegrees: false, decimal: '.' })
    return createUnitReader({ ...common, locate, locateArea: createAreaLocator(areas), zone })
  }
  const transform = transformFor(mapping.crs, projection.srid)
  const inDegrees = coordinateSystem(mapping.crs).geographic
  const { timeFormat, unknownTimes } = mapping
  const local = zoneOf(mapping, zone)
  const locate = createLocator({ transform, envelope, inDegrees, decimal: mapping.csv.decimal })
  const timeOptions = (field: 'occurredFrom' | 'occurredTo') => {
    const onTime = dates?.onTime(field)
    return { unknownTime: unknownTimes[field] ?? null, ...(onTime === undefined ? {} : { onTime }) }
  }
  return createRowReader({
    ...common,
    mapping,
    locate,
    locateText: createTextLocator(locate, { crs: mapping.crs, order: mapping.positionOrder ?? null }),
    times: {
      occurredFrom: createTimeReader(timeFormat, local, timeOptions('occurredFrom')),
      occurredTo: createTimeReader(timeFormat, local, timeOptions('occurredTo')),
      reportedAt: createTimeReader(timeFormat, local),
    },
  })
}

/** The zone of a file's times: the city's unless the mapping names another. */
export function zoneOf({ timezone }: ImportMapping, city: Zone): Zone {
  return timezone === undefined ? city : createZone(timezone)
}

/** Checks all of a mapping that can be checked without the file. @throws DomainError `invalid-mapping` */
export function checkMapping(
  mapping: FileMapping,
  { projection, zone }: Pick<City, 'projection' | 'zone'>,
): void {
  if (isUnitTable(mapping)) return
  if (mapping.crs !== undefined) transformFor(mapping.crs, projection.srid)
  createTimeReader(mapping.timeFormat, zone)
}

function transformFor(crs: number, srid: number): Transform {
  try {
    return createTransform(crs, srid)
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause
    throw invalidField('invalid-mapping', { field: 'crs', value: `EPSG:${crs}`, rule: cause.texts, cause })
  }
}
