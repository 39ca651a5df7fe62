import { setImmediate as nextTurn } from 'node:timers/promises'
import { createDateColumnTally, type DateColumn, withDateColumns } from './date-columns.ts'
import { type City, createFileReader, zoneOf } from './file-reader.ts'
import { textFormOf } from './file-mapping.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { PreviewSource } from './preview-file.ts'
import type { ChosenSource } from './preview-source.ts'
import { detectCrs } from './detect-crs.ts'
import { createPreviewTally, type PreviewTally } from './preview-tally.ts'
import { cityBounds, studyEnvelope } from '../engine/snapshot/study-envelope.ts'
import type { LayerContents } from '../engine/snapshot/features.ts'

/** Rows that a preview reads at most. */
export const MAX_PREVIEW_ROWS = 300_000

/** What a preview reads a file for. */
export interface PreviewReading {
  readonly source: ChosenSource
  readonly areas: LayerContents['areas']
  readonly city: City
}

/** What reading a file by a mapping came to. */
export interface PreviewRead {
  readonly tally: PreviewTally
  readonly columns: readonly string[]
  readonly sampled: boolean
  readonly dateColumns: readonly DateColumn[]
  /** What the mapping says of times of day once it is seen what they are. */
  readonly unknownTimes: ImportMapping['unknownTimes']
}

/** Reads the rows by a mapping; where columns of times turn out to be dates, once more as such, for an import does the same. */
export async function readForPreview(
  file: PreviewSource,
  mapping: ImportMapping,
  reading: PreviewReading,
): Promise<PreviewRead> {
  const first = await readRows(file, mapping, mapping, reading)
  if (first.dateColumns.length === 0) return first
  const { dateColumns, unknownTimes } = first
  const again = await readRows(file, withDateColumns(mapping, dateColumns), mapping, reading)
  return { ...again, dateColumns, unknownTimes }
}

/** @param open the mapping as it was given: what it leaves open is counted */
function readRows(
  file: PreviewSource,
  mapping: ImportMapping,
  open: ImportMapping,
  { source, areas, city }: PreviewReading,
): Promise<PreviewRead> {
  const dates = createDateColumnTally(open)
  const { projection, zone } = city
  const envelope = studyEnvelope(areas)
  const tally = createPreviewTally({ projection, zone: zoneOf(mapping, zone), envelope }, MAX_PREVIEW_ROWS)
  let left = MAX_PREVIEW_ROWS
  return file.walk(textFormOf(mapping), mapping, async (opened) => {
    const { rows, mapping: located } = await detectCrs(opened, mapping, cityBounds(areas, projection))
    const file = { mapping: located, source, columns: rows.columns, dates }
    const readRow = createFileReader(file, { ...city, areas })
    for await (const batch of rows.batches) {
      for (const row of batch.slice(0, left)) tally.add(readRow(row))
      left -= batch.length
      if (left < 0) break
      await nextTurn()
    }
    return {
      tally,
      columns: rows.columns,
      sampled: left < 0,
      dateColumns: dates.result(),
      unknownTimes: dates.decided(),
    }
  })
}
