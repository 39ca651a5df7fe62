import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { PRECISIONS, SETTINGS } from '../../server/engine/snapshot/incident.ts'
import type { IncidentBatch } from '../../server/engine/snapshot/incident-batch.ts'

/** The mapping that reads what `csvOfIncidents` writes. */
export const GENERATED_CSV_MAPPING = {
  crs: 'EPSG:3006',
  timezone: 'Europe/Stockholm',
  columns: {
    externalId: 'id',
    x: 'easting',
    y: 'northing',
    occurredFrom: 'from',
    occurredTo: 'to',
    category: 'category',
    precision: 'precision',
    setting: 'setting',
  },
  timeFormat: 'iso',
  categories: Object.fromEntries(CATEGORIES.map(({ code }) => [code, code])),
} as const

/** The mapping that reads what `measureGeoPackage` writes. */
export const GEOPACKAGE_MAPPING = {
  timezone: 'Europe/Stockholm',
  columns: { externalId: 'id', x: 'geometry.x', y: 'geometry.y', occurredFrom: 'start', category: 'brott' },
  categories: { Stöld: 'theft', Rån: 'robbery', Skadegörelse: 'vandalism', Misshandel: 'violence' },
} as const

const ROWS_A_CHUNK = 4000

/** Generated incidents as the text of a CSV file, some thousand lines at a time: for benchmarks of the import. */
export function* csvOfIncidents(batches: Iterable<IncidentBatch>): Generator<string> {
  yield 'id,easting,northing,from,to,category,precision,setting\n'
  for (const batch of batches) {
    for (let start = 0; start < batch.length; start += ROWS_A_CHUNK) {
      const end = Math.min(batch.length, start + ROWS_A_CHUNK)
      let chunk = ''
      for (let row = start; row < end; row++) chunk += lineOf(batch, row)
      yield chunk
    }
  }
}

function lineOf(batch: IncidentBatch, row: number): string {
  const place = batch.place[row]!
  const fields = [
    batch.id[row]!,
    (batch.xCm[row]! / 100).toFixed(2),
    (batch.yCm[row]! / 100).toFixed(2),
    timeOf(batch.fromMinute[row]!),
    timeOf(batch.toMinute[row]!),
    CATEGORIES[batch.category[row]!]!.code,
    PRECISIONS[place & 15]!,
    SETTINGS[place >>> 4]!,
  ]
  return `${fields.join(',')}\n`
}

const timeOf = (minute: number) => `${new Date(minute * 60_000).toISOString().slice(0, 16)}:00Z`
