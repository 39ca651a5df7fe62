import { readFileSync } from 'node:fs'
import { parseImportMapping } from '../../../server/import/import-mapping.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { openCsv } from '../../../server/formats/csv/csv-rows.ts'
import { createFileReader } from '../../../server/import/file-reader.ts'
import { isRejected } from '../../../server/import/read-row.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { OPEN_SOURCE, squareArea } from './release-city.ts'
import { readSharedData } from '../shared-data.ts'

export const CHICAGO = 'chicago-25k.csv.gz'
const SRID = 26_916
const TIMEZONE = 'America/Chicago'
/** Districts of 6 km with invented residents; some have too few to be released on their own. */
const [WEST, SOUTH, STEP, COLUMNS, ROWS] = [416_000, 4_608_000, 6000, 7, 8] as const
/** Downtown: places that overlap, that lie in one another, and in one another’s rings. */
export const CHICAGO_PLACES = [
  [447_000, 4_636_500, 800, 800],
  [447_300, 4_636_800, 800, 800],
  [447_200, 4_636_700, 300, 300],
  [447_850, 4_636_500, 500, 500],
  [441_000, 4_640_000, 600, 600],
] as const

/** Chicago's 25,000 reported crimes as they would be imported. */
export async function chicagoRows(): Promise<readonly IncidentContent[]> {
  const fixture = new URL('../../fixtures/import/chicago.json', import.meta.url)
  const mapping = { ...parseImportMapping(JSON.parse(readFileSync(fixture, 'utf8'))), crs: 4326 }
  const { columns, batches } = await openCsv(oneText(readSharedData(CHICAGO).toString('utf8')), ',', [])
  const city = {
    projection: createProjection(SRID),
    zone: createZone(TIMEZONE),
    areas: [],
    clock: { nowMs: () => 0 },
  }
  const readRow = createFileReader({ mapping, source: OPEN_SOURCE, columns }, city)
  const rows: IncidentContent[] = []
  for await (const batch of batches) {
    for (const row of batch) {
      const incident = readRow(row)
      if (!isRejected(incident)) rows.push(incident)
    }
  }
  return rows
}

/** Crimes in memory, Chicago's reported ones if no others are given, open to everybody, on an invented grid of districts. */
export async function chicagoSnapshot(rows?: readonly IncidentContent[]): Promise<Snapshot> {
  return makeSnapshot({
    rows: rows ?? (await chicagoRows()),
    srid: SRID,
    timezone: TIMEZONE,
    layers: {
      areas: [
        squareArea(1, 'study', [WEST, SOUTH, COLUMNS * STEP, ROWS * STEP]),
        ...districts(),
        ...CHICAGO_PLACES.map((box, k) => squareArea(200 + k, 'place', box)),
      ],
      sources: [{ ...OPEN_SOURCE, coversFrom: '2017-01-01', coversTo: '2019-12-31' }],
    },
  })
}

async function* oneText(text: string): AsyncGenerator<string> {
  yield text
}

function districts() {
  return Array.from({ length: COLUMNS * ROWS }, (_, k) => {
    const [column, row] = [k % COLUMNS, Math.floor(k / COLUMNS)]
    const box = [WEST + column * STEP, SOUTH + row * STEP, STEP, STEP] as const
    return squareArea(2 + k, 'district', box, k % 9 === 4 ? 900 : 20_000 + 1000 * k)
  })
}
